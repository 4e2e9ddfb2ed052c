import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";

/** One sheet of a workbook: only its rows that hold something, each with its number as a person counts it. */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
};

export type WorkbookProblem = "unreadable" | "tooLarge" | "declaration";
export type Workbook =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly problem: WorkbookProblem };

const megabyte = 1024 * 1024;
/** A small file may unpack to one that fills the memory. */
const largestPart = 16 * megabyte;
const largestWhole = 40 * megabyte;
const mostParts = 2_000;
const mostCells = 400_000;
const mostColumns = 500;

/** Thrown within and caught at the door. */
class Unfit extends Error {
  readonly problem: WorkbookProblem;
  constructor(problem: WorkbookProblem) {
    super(problem);
    this.problem = problem;
  }
}

export type Parts = Readonly<Record<string, Uint8Array>>;

/** The parts of a packed file whose names are wanted; refuses what unpacks to more than anybody writes. */
export const unpack = (bytes: Uint8Array, wanted: (name: string) => boolean): Parts => {
  let [whole, parts] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        if (parts > mostParts) throw new Unfit("tooLarge");
        if (!wanted(name)) return false;
        whole += originalSize;
        if (originalSize > largestPart || whole > largestWhole) throw new Unfit("tooLarge");
        return true;
      },
    });
  } catch (error) {
    throw error instanceof Unfit ? error : new Unfit("unreadable");
  }
};

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

const repeated = new Set(["sheet", "row", "c", "si", "r", "t", "Relationship"]);
const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => repeated.has(name),
});

/** A tree of what is in the file; declarations of one's own entities are refused before anything is read. */
export const parseXml = (text: string): Node => {
  if (/<!(DOCTYPE|ENTITY)/iu.test(text)) throw new Unfit("declaration");
  try {
    const tree: unknown = parser.parse(text);
    return isNode(tree) ? tree : {};
  } catch {
    throw new Unfit("unreadable");
  }
};

const child = (node: unknown, name: string): unknown => (isNode(node) ? node[name] : undefined);
const children = (node: unknown, name: string): readonly unknown[] => {
  const found = child(node, name);
  return Array.isArray(found) ? found : found === undefined ? [] : [found];
};

const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textOf).join("");
  const text = child(value, "#text");
  return typeof text === "string" || typeof text === "number" ? String(text) : "";
};

/** A text in one piece, or in pieces of different looks. */
const richText = (node: unknown): string =>
  textOf(child(node, "t")) +
  children(node, "r")
    .map((run) => textOf(child(run, "t")))
    .join("");

const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/u.exec(reference)?.[0] ?? "")
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

const cellText = (cell: unknown, shared: readonly string[]): string => {
  const type = child(cell, "@_t");
  if (type === "inlineStr") return richText(child(cell, "is"));
  const value = textOf(child(cell, "v"));
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "e") return "";
  // "1.0" is how some programs write a whole number.
  return type === undefined || type === "n" ? value.replace(/^(-?\d+)\.0+$/u, "$1") : value;
};

const rowsOf = (tree: Node, shared: readonly string[], count: (cells: number) => void): Sheet["rows"] => {
  let last = 0;
  return children(child(child(tree, "worksheet"), "sheetData"), "row").flatMap((line) => {
    const row = Number(child(line, "@_r") ?? last + 1);
    last = row;
    const cells: string[] = [];
    let at = -1;
    for (const cell of children(line, "c")) {
      const reference = child(cell, "@_r");
      at = typeof reference === "string" ? columnOf(reference) : at + 1;
      const text = cellText(cell, shared)
        .replace(/\u00a0/gu, " ")
        .trim();
      if (text === "" || at < 0 || at >= mostColumns) continue;
      while (cells.length < at) cells.push("");
      cells[at] = text;
    }
    count(cells.length);
    return cells.length > 0 ? [{ row, cells }] : [];
  });
};

const sheetsIn = (parts: Parts): readonly Sheet[] => {
  const tree = (name: string): Node | undefined => {
    const bytes = parts[name];
    return bytes && parseXml(strFromU8(bytes));
  };
  const workbook = tree("xl/workbook.xml");
  if (!workbook) throw new Unfit("unreadable");
  const shared = children(child(tree("xl/sharedStrings.xml"), "sst"), "si").map(richText);
  const targets = new Map(
    children(child(tree("xl/_rels/workbook.xml.rels"), "Relationships"), "Relationship").map((one) => [
      child(one, "@_Id"),
      String(child(one, "@_Target") ?? ""),
    ]),
  );
  let cells = 0;
  const count = (more: number): void => {
    cells += more;
    if (cells > mostCells) throw new Unfit("tooLarge");
  };
  return children(child(child(workbook, "workbook"), "sheets"), "sheet").map((sheet) => {
    const target = targets.get(child(sheet, "@_id")) ?? "";
    const content = tree(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    return {
      name: String(child(sheet, "@_name") ?? ""),
      rows: content ? rowsOf(content, shared, count) : [],
    };
  });
};

/** What reading a packed or marked-up file came to, with its problem where it is none. */
export const carefully = <T>(
  work: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: WorkbookProblem } => {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof Unfit) return { ok: false, problem: error.problem };
    throw error;
  }
};

/** The sheets of an .xlsx file as texts. Formulas give their last value; formats and pictures are passed over. */
export const readWorkbook = (bytes: Uint8Array): Workbook => {
  const read = carefully(() =>
    sheetsIn(
      unpack(bytes, (name) =>
        /^xl\/(workbook|sharedStrings|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/u.test(name),
      ),
    ),
  );
  return read.ok ? { ok: true, sheets: read.value } : read;
};
