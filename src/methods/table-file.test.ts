import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";
import {
  decimal,
  decodeText,
  findColumns,
  harmless,
  moment,
  readTable,
  several,
  writeTable,
} from "./table-file.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 63);

test("text is read as UTF-8, with or without its mark, else as Windows wrote it", () => {
  expect(decodeText(bytes("\uFEFFWeißwasser"))).toEqual({ text: "Weißwasser", encoding: "utf-8" });
  expect(decodeText(bytes("Běła Woda"))).toEqual({ text: "Běła Woda", encoding: "utf-8" });
  expect(decodeText(latin("Weißwasser"))).toEqual({ text: "Weißwasser", encoding: "windows-1252" });
  expect(decodeText(Uint8Array.of(0x80, 0x20, 0x35))).toMatchObject({ text: "€ 5" });
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x41, 0x00))).toMatchObject({
    text: "A",
    encoding: "utf-16le",
  });
});

test("semicolons, tabs, quoted separators and lines within cells are understood", () => {
  const table = readTable(bytes('Name;"Ort; Teil";Text\r\nA;B;"eins\r\nzwei"\r\n\r\nC;D;"sagt ""ja"""\r\n'));
  if (!table.ok) throw new Error(table.problem);
  expect(table.separator).toBe(";");
  expect(table.headings).toEqual(["Name", "Ort; Teil", "Text"]);
  expect(table.rows.map(({ line }) => line)).toEqual([2, 5]);
  expect(table.rows[0]?.cells["Text"]).toBe("eins\r\nzwei");
  expect(table.rows[1]?.cells["Text"]).toBe('sagt "ja"');
});

test("a row that does not fit its heading is told, not lost", () => {
  const table = readTable(bytes("a;b\n1;2;3\n4\n"));
  if (!table.ok) throw new Error(table.problem);
  expect(table.rows.map(({ uneven }) => uneven)).toEqual([true, true]);
});

test("what is no table says why", () => {
  expect(readTable(bytes(""))).toEqual({ ok: false, problem: "empty" });
  expect(readTable(bytes("a;a\n1;2"))).toEqual({ ok: false, problem: "doubleHeading" });
  expect(readTable(bytes("a;b\n1;2\n3;4"), 1)).toEqual({ ok: false, problem: "tooManyRows" });
  expect(readTable(bytes('a;b\n1;"2\n3;4'))).toMatchObject({ ok: false, problem: "quotes" });
  expect(readTable(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 8))).toEqual({ ok: false, problem: "binary" });
});

test("columns are found by any of their names", () => {
  const wanted = { email: ["E-Mail", "Mailadresse"], town: ["ort", "stadt"], phone: ["telefon"] };
  expect(findColumns(["e_mail", "STADT", "Name"], wanted)).toEqual({ email: "e_mail", town: "STADT" });
});

test("numbers, moments and lists are read as people and machines write them", () => {
  expect(["14,64", "14.64", " 1.234,5 ", "-3", "1 234", "", "zwölf", "1,2,3"].map(decimal)).toEqual([
    14.64,
    14.64,
    1234.5,
    -3,
    1234,
    undefined,
    undefined,
    undefined,
  ]);
  expect(moment("1712345678")?.toISOString()).toBe("2024-04-05T19:34:38.000Z");
  expect(moment("1712345678000")?.toISOString()).toBe("2024-04-05T19:34:38.000Z");
  expect(moment("5.4.2024")?.toISOString()).toBe("2024-04-05T00:00:00.000Z");
  expect(moment("0")).toBeUndefined();
  expect(moment("2024-99-99")).toBeUndefined();
  expect(several("Kinder, Jugendliche,Familien,")).toEqual(["Kinder", "Jugendliche", "Familien"]);
  expect(several("Umwelt, Natur und Tiere | Sport")).toEqual(["Umwelt, Natur und Tiere", "Sport"]);
});

test("a cell never becomes a formula in somebody's spreadsheet", () => {
  expect(["=1+1", "+49", "-5", "@x", "\tx", "ok"].map(harmless)).toEqual([
    "'=1+1",
    "'+49",
    "'-5",
    "'@x",
    "'\tx",
    "ok",
  ]);
  expect(
    writeTable(
      ["Name", "Zahl"],
      [
        ["=HYPERLINK(1)", -1.5],
        [null, undefined],
      ],
    ),
  ).toBe("\uFEFFName;Zahl\r\n'=HYPERLINK(1);-1.5\r\n;\r\n");
});

test("of foreign HTML only the words stay, and where links lead", () => {
  const html =
    '<p style="color:red">Wir <b>suchen</b>&nbsp;Sie &amp; Ihre Zeit.</p><ul><li>Lesen</li><li>Spielen</li></ul>' +
    '<script>alert(1)</script><a href="https://example.org">Mehr</a><a href="javascript:alert(1)">böse</a><br>Ende &lt;3';
  expect(plainText(html)).toBe(
    "Wir suchen Sie & Ihre Zeit.\n\n- Lesen\n\n- Spielen\n\nMehr (https://example.org)böse\nEnde <3",
  );
  expect(plainText("ohne Auszeichnung 5 < 6")).toBe("ohne Auszeichnung 5 < 6");
});

const spectrum = new URL("../../../shared/data/csv/", import.meta.url);
// This file has a stray quotation mark that no reader agrees about.
const known = "location_coordinates.csv";
const files = existsSync(spectrum)
  ? readdirSync(new URL("csvs/", spectrum)).filter((name) => name !== known)
  : [];

test.runIf(files.length > 0)("the spectrum of tables is read as its authors mean it", () => {
  for (const name of files) {
    const table = readTable(readFileSync(new URL(`csvs/${name}`, spectrum)));
    const expected: unknown = JSON.parse(
      readFileSync(new URL(`json/${name.replace("csv", "json")}`, spectrum), "utf8"),
    );
    expect(table.ok && table.rows.map(({ cells }) => cells), name).toEqual(expected);
  }
});
