/** Where a phone keeps the one page that opens without a network. */
export const keptPages = "anlaufstelle.vor-ort";
/** So long a kept page may be shown. */
export const keptFor = 24 * 3_600_000;

const stamp = "x-kept-at";

/** Keeps a page with the moment it was kept at. */
export const keepPage = async (address: string, reply: Response): Promise<void> => {
  const headers = new Headers(reply.headers);
  headers.set(stamp, String(Date.now()));
  // The body is kept unpacked.
  headers.delete("content-encoding");
  const store = await caches.open(keptPages);
  await store.put(address, new Response(await reply.blob(), { status: 200, headers }));
};

/** The kept page, unless it is too old; then it goes. */
export const keptPage = async (address: string): Promise<Response | undefined> => {
  const store = await caches.open(keptPages);
  const reply = await store.match(address);
  if (!reply) return undefined;
  const age = Date.now() - Number(reply.headers.get(stamp));
  if (age >= 0 && age < keptFor) return reply;
  await store.delete(address);
  return undefined;
};

/** Whoever is not signed in leaves nothing of a list of people behind on this device. */
export const startForgetting = (): void => {
  if (!("caches" in window) || document.querySelector("form[action='/abmelden']")) return;
  caches.delete(keptPages).catch(() => undefined);
};
