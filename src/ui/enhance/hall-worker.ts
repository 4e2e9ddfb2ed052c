import { keptHall } from "./hall-keep.ts";

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
const isHall = ({ pathname }: URL): boolean => /^\/werkstaetten\/[a-z0-9-]+\/saal$/u.test(pathname);

const openPage = async (request: Request, { origin, pathname, search }: URL): Promise<Response> => {
  const store = await caches.open(keptHall);
  const kept = await store.match(origin + pathname, { ignoreVary: true });
  try {
    // A network that hangs is no network; without a kept page there is nothing better than to wait.
    const reply = await fetch(request, kept ? { signal: AbortSignal.timeout(patience) } : {});
    if (reply.ok && search === "") await store.put(origin + pathname, reply.clone());
    else if (reply.status === 404) await store.delete(origin + pathname);
    return reply.status >= 500 && kept ? kept : reply;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
};

// What is built carries its content in its name, so a kept one is never stale.
const openAsset = async (request: Request): Promise<Response> =>
  (await (await caches.open(keptHall)).match(request, { ignoreVary: true })) ?? fetch(request);

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && isHall(url)) event.respondWith(openPage(request, url));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(openAsset(request));
});
