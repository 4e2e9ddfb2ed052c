import type { Context } from "#core/context.ts";
import { importBorders } from "#modules/organizations/map/commands.ts";
import type { Call, Command } from "./command.ts";
import { inTown } from "./house.ts";
import { importOptions, readText } from "./upload.ts";

const problems = {
  notBorders: "is no GeoJSON of areas with names",
  notDegrees: "is not in degrees; please convert it to WGS 84",
} as const;

const parse = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is no JSON.`, { cause: error });
  }
};

const draw = async (call: Call): Promise<void> => {
  const { name, text } = await readText(call);
  const geojson = parse(name, text);
  const isDry = call.isOn("dry-run");
  const undo = new Error("a dry run is undone");
  let areas = 0;
  const work = async (ctx: Context): Promise<void> => {
    const outcome = await importBorders(ctx, geojson);
    if (!outcome.ok) throw new Error(`${name} ${problems[outcome.because]}.`);
    areas = outcome.value;
    if (isDry) throw undo;
  };
  await inTown(call, "read write", work).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  const then = isDry ? "could be drawn, nothing was changed" : "are on the map now, in place of those before";
  call.answer({ areas, dryRun: isDry }, [`Areas: ${areas}; they ${then}.`]);
};

/** The map of a town. */
export const borderCommands: readonly Command[] = [
  {
    name: "import borders",
    words: "Take the municipalities on the map over from GeoJSON.",
    parameters: ["FILE"],
    options: importOptions,
    run: draw,
  },
];
