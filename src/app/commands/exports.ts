import { writeFile } from "node:fs/promises";
import type { Context } from "#core/context.ts";
import { exportHsds, exportTable } from "#modules/organizations/exports/queries.ts";
import type { Call, Command } from "./command.ts";
import { inTown, townOption } from "./house.ts";

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

/** What goes into files. */
export const exportCommands: readonly Command[] = [
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
