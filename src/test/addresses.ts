import { consortiumAddresses } from "./addresses-consortium.ts";
import { mineAddresses } from "./addresses-mine.ts";
import { networkAddresses } from "./addresses-network.ts";
import { officeAddresses } from "./addresses-office.ts";
import { participationAddresses } from "./addresses-participation.ts";
import { publicAddresses } from "./addresses-public.ts";
import { strategyAddresses } from "./addresses-strategy.ts";
import type { Answer, Asker, Group } from "./askers.ts";
import type { Thing, Things } from "./things.ts";

/** One address of the house, and what each of them is answered. */
export type Address = {
  readonly method: "GET" | "POST";
  /** With the names of things where ids, slugs and tokens stand. */
  readonly pattern: string;
  /** What has to come along for the address to mean anything, by the names of things. */
  readonly fields: Readonly<Record<string, Thing>>;
  readonly answers: Readonly<Record<Asker, Answer>>;
};

const isMethod = (text: string): text is Address["method"] => text === "GET" || text === "POST";

const fieldsOf = (text = ""): Record<string, Thing> =>
  Object.fromEntries(
    [...text.matchAll(/(\w+)=:(\w+)/gu)].map(([, name = "", thing = ""]) => [name, thing as Thing]),
  );

// "GET POST /one/:thing?field=:other" are two addresses.
const readLine = (line: string, group: Group): Address[] => {
  const words = line.trim().split(/\s+/u);
  const [pattern = "", fields] = (words.at(-1) ?? "").split("?");
  return words
    .filter(isMethod)
    .map((method) => ({ method, pattern, fields: fieldsOf(fields), answers: group[method] }));
};

/** Every address of the house. A route that does not stand here fails the test by its name. */
export const addresses: readonly Address[] = [
  ...publicAddresses,
  ...mineAddresses,
  ...officeAddresses,
  ...participationAddresses,
  ...networkAddresses,
  ...consortiumAddresses,
  ...strategyAddresses,
].flatMap(([group, lines]) =>
  lines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => readLine(line, group)),
);

/** How the router and the table write the same address: without the names of what stands in it. */
export const shapeOf = (pattern: string): string =>
  pattern
    .split("/")
    .map((part) => {
      if (!part.startsWith(":")) return part;
      const [, ending = ""] = /(\.[a-z]+)\}?$/u.exec(part.replaceAll("\\", "")) ?? [];
      return part.includes("stadt-") ? ":" : `:${ending}`;
    })
    .join("/");

/** The things an address names. */
export const thingsIn = ({ pattern }: Address): Thing[] =>
  [...pattern.matchAll(/:(\w+)/gu)].map(([, thing = ""]) => thing as Thing);

/** The address with these things in it, as a browser would ask for it. */
export const pathOf = (
  { method, pattern, fields }: Address,
  things: Readonly<Record<Thing, string>>,
): string => {
  const path = pattern.replace(/:(\w+)/gu, (_, thing: Thing) => things[thing]);
  const query = new URLSearchParams(Object.entries(fields).map(([name, thing]) => [name, things[thing]]));
  return method === "GET" && query.size > 0 ? `${path}?${query}` : path;
};

/** The fields of its form, as few as it takes. */
export const formFor = ({ fields }: Address, things: Things): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, thing]) => [name, things[thing]]));
