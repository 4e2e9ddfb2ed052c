import { keepPage, keptPage, keptPages } from "./kept-pages.ts";

// The types of TypeScript know either pages or workers; of a worker these few are used.
type Waiting = Event & { readonly waitUntil: (work: Promise<unknown>) => void };
type Asked = Event & {
  readonly request: Request;
  readonly respondWith: (reply: Promise<Response>) => void;
};
type Worker = {
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly addEventListener: ((name: "install" | "activate", listen: (event: Waiting) => void) => void) &
    ((name: "fetch", listen: (event: Asked) => void) => void);
};
const worker = globalThis as unknown as Worker;

const patience = 6_000;
const isDayPage = ({ pathname }: URL): boolean => /^\/schichtplan\/[\w-]+\/vor-ort$/u.test(pathname);

/** The page of today without what was only asked of it: "?person=…" opens it as well. */
const plain = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

const openPage = async (request: Request, url: URL): Promise<Response> => {
  const kept = await keptPage(plain(url));
  try {
    // A network that hangs is no network; without a kept page there is nothing better than to wait.
    const reply = await fetch(request, kept ? { signal: AbortSignal.timeout(patience) } : {});
    if (reply.ok && url.search === "") await keepPage(plain(url), reply.clone());
    // The way to sign in, or no right any more: then the list must not stay on the device either.
    else if (reply.type === "opaqueredirect" || reply.status === 403 || reply.status === 404)
      await (await caches.open(keptPages)).delete(plain(url));
    return reply.status >= 500 && kept ? kept : reply;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
};

// What is built carries its content in its name, so a kept one is never stale.
const openAsset = async (request: Request): Promise<Response> =>
  (await (await caches.open(keptPages)).match(request, { ignoreVary: true })) ?? fetch(request);

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && isDayPage(url)) event.respondWith(openPage(request, url));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(openAsset(request));
});
