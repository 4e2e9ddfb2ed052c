import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Context } from "#core/context.ts";
import { exportHsds, exportTable } from "#modules/organizations/exports/queries.ts";
import { applyImport, keepImport, readUpload } from "#modules/organizations/imports/commands.ts";
import { type PlanRow, planImport } from "#modules/organizations/imports/queries.ts";
import { importBorders } from "#modules/organizations/map/commands.ts";
import { type Call, type Command, type Option, WrongUsage } from "./command.ts";
import { inTown, townOption } from "./house.ts";

const readBytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw new Error(`${path} cannot be read.`, { cause: error });
  }
};

const uploadProblems = {
  noFile: "is no file",
  tooBig: "is bigger than 10 MB; please split it",
  empty: "is empty",
  binary: "is no text; save a spreadsheet as CSV first",
} as const;

const readText = async (call: Call): Promise<{ readonly name: string; readonly text: string }> => {
  const path = call.path(call.parameter(0));
  const upload = await readUpload(new File([await readBytes(path)], basename(path)));
  if (!upload.ok) throw new Error(`${path} ${uploadProblems[upload.because]}.`);
  return upload.value;
};

const linesToAdd = (call: Call): number[] =>
  call.options("add").map((line) => {
    if (!/^\d{1,8}$/u.test(line)) throw new WrongUsage(`--add ${line} is no line of the file.`);
    return Number(line);
  });

const told = ({ draft, state, organization, changed }: PlanRow) => ({
  line: draft.line,
  state,
  name: draft.name,
  known: organization?.name ?? null,
  details: [...changed, ...draft.problems],
});

const rowLine = ({ line, state, name, known, details }: ReturnType<typeof told>): string => {
  const which = known && known !== name ? ` (known as ${known})` : "";
  return `${String(line).padStart(5)}  ${state.padEnd(7)}  ${name}${which}${details.length > 0 ? `: ${details.join(", ")}` : ""}`;
};

const plan = async (ctx: Context, file: Parameters<typeof planImport>[1]) => {
  const planned = await planImport(ctx, file);
  if (!planned.ok) throw new Error(planned.problem);
  return planned.rows.map(told);
};

const importDirectory =
  (kind: "organizations" | "hsds") =>
  async (call: Call): Promise<void> => {
    const { name, text } = await readText(call);
    const source = call.option("source") ?? name.replace(/\.\w+$/u, "");
    const add = linesToAdd(call);
    if (call.isOn("dry-run")) {
      const rows = await inTown(call, "read only", (ctx) => plan(ctx, { kind, source, content: text }));
      return call.answer({ source, rows }, [
        ...rows.map(rowLine),
        `${rows.length} rows were looked at, nothing was changed.`,
      ]);
    }
    await inTown(call, "read write", async (ctx) => {
      const wrong = (await plan(ctx, { kind, source, content: text })).filter(
        ({ state }) => state === "wrong",
      );
      const [first] = wrong;
      if (first)
        throw new Error(
          `Nothing was taken over. Wrong rows: ${wrong.length}, the first in line ${first.line}, ${first.name}: ${first.details.join(", ")}`,
        );
      const id = await keepImport(ctx, { kind, source, fileName: name, text });
      const outcome = await applyImport(ctx, id, add);
      if (!outcome.ok) throw new Error(`Nothing was taken over: ${outcome.because}.`);
      const { new: made, changed, same, left } = outcome.value;
      const leftOut = left
        ? [
            `${left} look like something known and were left out: see --dry-run, and --add for those that are new.`,
          ]
        : [];
      call.answer({ source, ...outcome.value }, [
        `${made} new, ${changed} changed, ${same} as before.`,
        ...leftOut,
      ]);
    });
  };

const borderProblems = {
  notBorders: "is no GeoJSON of areas with names",
  notDegrees: "is not in degrees; please convert it to WGS 84",
} as const;

const importMap = async (call: Call): Promise<void> => {
  const { name, text } = await readText(call);
  const geojson = ((): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Error(`${name} is no JSON.`, { cause: error });
    }
  })();
  const isDry = call.isOn("dry-run");
  const undo = new Error("nothing is kept of a dry run");
  let areas = 0;
  const draw = async (ctx: Context): Promise<void> => {
    const outcome = await importBorders(ctx, geojson);
    if (!outcome.ok) throw new Error(`${name} ${borderProblems[outcome.because]}.`);
    areas = outcome.value;
    if (isDry) throw undo;
  };
  await inTown(call, "read write", draw).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  call.answer({ areas, dryRun: isDry }, [
    `${areas} areas ${isDry ? "could be taken over, nothing was changed" : "are the map now"}.`,
  ]);
};

const exportTo =
  (write: (ctx: Context) => Promise<string>) =>
  async (call: Call): Promise<void> => {
    const file = call.path(call.parameter(0));
    const text = await inTown(call, "read only", write);
    await writeFile(file, text).catch((error: unknown) => {
      throw new Error(`${file} cannot be written.`, { cause: error });
    });
    call.answer({ file, bytes: Buffer.byteLength(text) }, [`${file} is written.`]);
  };

const importOptions: Readonly<Record<string, Option>> = {
  ...townOption,
  "dry-run": { words: "say row by row what would happen, and change nothing" },
};
const directoryOptions: Readonly<Record<string, Option>> = {
  ...importOptions,
  source: {
    value: "WORDS",
    words: "where it comes from, so that the next file updates these rows; otherwise the file's name",
  },
  add: { value: "LINE", words: "take this line over although it looks like something known", several: true },
};

/** What comes from files and goes into files. */
export const exchangeCommands: readonly Command[] = [
  {
    name: "import organizations",
    words: "Take organizations over from a table (CSV).",
    parameters: ["FILE"],
    options: directoryOptions,
    run: importDirectory("organizations"),
  },
  {
    name: "import hsds",
    words: "Take organizations and services over from HSDS 3 (JSON).",
    parameters: ["FILE"],
    options: directoryOptions,
    run: importDirectory("hsds"),
  },
  {
    name: "import borders",
    words: "Take the municipalities on the map over from GeoJSON.",
    parameters: ["FILE"],
    options: importOptions,
    run: importMap,
  },
  {
    name: "export organizations",
    words: "Write the directory into a table (CSV) that the import reads again.",
    parameters: ["FILE"],
    options: townOption,
    run: exportTo(exportTable),
  },
  {
    name: "export hsds",
    words: "Write the directory as HSDS 3.1 (JSON).",
    parameters: ["FILE"],
    options: townOption,
    run: exportTo(async (ctx) => `${JSON.stringify(await exportHsds(ctx), null, 2)}\n`),
  },
];
