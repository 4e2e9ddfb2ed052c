import { createHash } from "node:crypto";
import type { Place } from "#core/context.ts";
import { routes } from "#core/web.ts";
import { townStyles } from "#methods/town-colors.ts";

const stylesOf = (place: Place): string =>
  townStyles({ light: place.accentLight, dark: place.accentDark, deep: place.accentDeep });

const versions = new WeakMap<Place, string>();

/** Changes when the town's colors change, so that browsers may keep the sheet for ever. */
export const townVersion = (place: Place): string => {
  const version =
    versions.get(place) ?? createHash("sha256").update(stylesOf(place)).digest("hex").slice(0, 8);
  versions.set(place, version);
  return version;
};

/** The few lines of color that are the town's own. */
export const townSheet = routes().get("/:name{stadt-[0-9a-f]{8}\\.css}", (page) => {
  const { place } = page.get("ctx");
  const current = page.req.param("name") === `stadt-${townVersion(place)}.css`;
  return page.body(stylesOf(place), 200, {
    "content-type": "text/css; charset=utf-8",
    "cache-control": current ? "public, max-age=31536000, immutable" : "no-cache",
  });
});
