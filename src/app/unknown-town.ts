import type { Page } from "#core/web.ts";

/** There is no town under this host, so there is no language, no look and nobody to ask: plain words. */
export const unknownTown = (page: Page): Response =>
  page.html(
    `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Keine Stadt</title></head><body><main><h1>Unter dieser Adresse gibt es keine Stadt.</h1><p>Bitte prüfen Sie die Adresse im Browser.</p><p lang="en">There is no town at this address.</p></main></body></html>`,
    404,
  );
