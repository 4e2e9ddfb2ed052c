import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readUpload, type UploadRefusal } from "#modules/organizations/imports/commands.ts";
import type { Call, Option } from "./command.ts";
import { townOption } from "./house.ts";

const problems: Readonly<Record<UploadRefusal, string>> = {
  noFile: "is no file",
  tooBig: "is bigger than 10 MB; please split it",
  empty: "is empty",
  binary: "is no text; save a spreadsheet as CSV first",
};

/** The text of the file that was named first, as the office's upload reads it. */
export const readText = async (call: Call): Promise<{ readonly name: string; readonly text: string }> => {
  const path = call.path(call.parameter(0));
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Error(`${path} cannot be read.`, { cause: error });
  });
  const upload = await readUpload(new File([new Uint8Array(bytes)], basename(path)));
  if (!upload.ok) throw new Error(`${path} ${problems[upload.because]}.`);
  return upload.value;
};

/** What every import understands. */
export const importOptions: Readonly<Record<string, Option>> = {
  ...townOption,
  "dry-run": { words: "say what would happen, row by row, and change nothing" },
};
