import { found } from "#core/errors.ts";
import { findFile, pictureType } from "#core/files.ts";
import { idIn, routes } from "#core/web.ts";

/** Kept pictures; what lies under an id never changes, so browsers may keep it for a year. */
export const files = routes().get("/:id", async (page) => {
  const file = found(await findFile(page.get("ctx"), idIn<"file">(page)));
  const shown = file.mediaType === pictureType ? "inline" : "attachment";
  return page.body(new Uint8Array(file.bytes), 200, {
    "content-type": file.mediaType,
    "content-disposition": `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": file.forOffice ? "private, no-store" : "public, max-age=31536000, immutable",
  });
});
