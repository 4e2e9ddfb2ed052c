import { keepPage, keptPages } from "./kept-pages.ts";

const neededFiles = (): string[] => {
  const links = document.querySelectorAll<HTMLLinkElement>(
    "link[rel=stylesheet], link[rel=preload], link[rel=icon]",
  );
  const scripts = document.querySelectorAll<HTMLScriptElement>("script[src]");
  return [...[...links].map(({ href }) => href), ...[...scripts].map(({ src }) => src)];
};

const keepFiles = async (): Promise<void> => {
  const store = await caches.open(keptPages);
  const needed = new Set(neededFiles());
  const kept = new Set((await store.keys()).map(({ url }) => url));
  await store.addAll([...needed].filter((url) => !kept.has(url)));
  const stale = [...kept].filter((url) => url.includes("/assets/") && !needed.has(url));
  await Promise.all(stale.map((url) => store.delete(url)));
};

const keepThisPage = async (): Promise<void> => {
  const address = location.origin + location.pathname;
  const reply = await fetch(address, { headers: { accept: "text/html" } });
  if (reply.ok && !reply.redirected) await keepPage(address, reply);
};

/** Lays up this page and what it needs, so that it opens again where there is no network. */
export const keepForLater = (): void => {
  const worker = document.querySelector<HTMLScriptElement>("script[data-worker]")?.dataset["worker"];
  if (!worker || !("serviceWorker" in navigator) || !navigator.onLine) return;
  const isWatched = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker
    .register(worker, { scope: "/schichtplan/" })
    .then(keepFiles)
    // A page that was watched while it came is kept already.
    .then(() => (isWatched && location.search === "" ? undefined : keepThisPage()))
    .then(() => document.documentElement.setAttribute("data-kept-page", ""))
    .catch(() => undefined);
};
