/** Where a phone keeps the page of the hall; it shows nobody's name, and goes with the next day. */
export const keptHall = "anlaufstelle.saal";

const neededFiles = (): string[] => {
  const links = document.querySelectorAll<HTMLLinkElement>(
    "link[rel=stylesheet], link[rel=preload], link[rel=icon]",
  );
  const scripts = document.querySelectorAll<HTMLScriptElement>("script[src]");
  return [...[...links].map(({ href }) => href), ...[...scripts].map(({ src }) => src)];
};

const keepAll = async (): Promise<void> => {
  const store = await caches.open(keptHall);
  const page = location.origin + location.pathname;
  const needed = [...new Set(neededFiles())];
  const kept = (await store.keys()).map(({ url }) => url);
  const stale = kept.filter((url) => !needed.includes(url) && url !== page);
  await Promise.all(stale.map((url) => store.delete(url)));
  await store.addAll(needed.filter((url) => !kept.includes(url)));
  const reply = await fetch(page, { headers: { accept: "text/html" } });
  if (reply.ok && !reply.redirected) await store.put(page, reply);
};

/** Lays up this page and what it needs, so that it opens again where there is no network. */
export const keepHall = (): void => {
  const worker = document.querySelector<HTMLScriptElement>("script[data-worker]")?.dataset["worker"];
  if (!worker || !("serviceWorker" in navigator) || !navigator.onLine) return;
  navigator.serviceWorker
    .register(worker, { scope: "/werkstaetten/" })
    .then(keepAll)
    .then(() => document.documentElement.setAttribute("data-kept-page", ""))
    .catch(() => undefined);
};
