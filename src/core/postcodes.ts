import { readFileSync } from "node:fs";

type Centers = Readonly<Record<string, readonly [latitude: number, longitude: number]>>;

let centers: Centers | undefined;

// 8,195 postcodes: read when somebody first asks for one, so that a command line without maps does not wait for it.
const readCenters = (): Centers => {
  centers ??= JSON.parse(readFileSync(new URL("./postcodes.json", import.meta.url), "utf8")) as Centers;
  return centers;
};

/** The middle of a German postcode (GeoNames, CC BY 4.0); a postcode may hold several places. */
export const findPostcode = (
  code: string,
): { readonly latitude: number; readonly longitude: number } | undefined => {
  const known = readCenters();
  const center = Object.hasOwn(known, code) ? known[code] : undefined;
  return center && { latitude: center[0], longitude: center[1] };
};
