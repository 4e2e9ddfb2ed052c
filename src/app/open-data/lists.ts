import { modules } from "#app/modules.ts";
import type { Dataset } from "#core/module.ts";
import { say } from "./messages.ts";

type Reader = Parameters<typeof say>[0];

const known = ["organizations", "services", "opportunities", "events", "proposals", "cooperations"] as const;
const isKnown = (name: string): name is (typeof known)[number] => known.some((one) => one === name);

/** Every open list of the storeys. */
export const listDatasets = (): readonly Dataset[] => modules.flatMap((module) => module.datasets ?? []);

/** The name of a list in the reader's words; a list that has none keeps its own. */
export const titleOf = (reader: Reader, name: string): string =>
  isKnown(name) ? say(reader)(`set_${name}`) : name;

/** What is in it. */
export const textOf = (reader: Reader, name: string): string =>
  isKnown(name) ? say(reader)(`text_${name}`) : say(reader)("text_other");

export const formats = {
  json: { type: "application/json", label: "JSON" },
  csv: { type: "text/csv", label: "CSV" },
} as const;
export type Format = keyof typeof formats;

export const paths = {
  list: "/offene-daten",
  file: (name: string, format: Format) => `/offene-daten/${name}.${format}`,
  catalog: "/offene-daten/katalog.jsonld",
  api: "/api",
} as const;
