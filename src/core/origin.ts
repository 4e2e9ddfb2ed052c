import type { Settings } from "./env.ts";

/**
 * Stands in kept mail where the town's address belongs. Commands do not know under which address the town
 * will be reached when the mail leaves, so it is filled in then.
 */
export const originMark = "{{origin}}";

/** Fills the town's address into a text that was written with `originMark`. */
export const withOrigin = (text: string, origin: string): string => text.replaceAll(originMark, origin);

const isLocal = (host: string): boolean => host === "localhost" || host.endsWith(".localhost");

/**
 * Where a town is reached from outside: its own public host name where it has one, under the scheme and port of
 * BASE_URL; a town without one is reached at BASE_URL itself. Without BASE_URL: its first host, on this machine.
 */
export const originOf = (
  place: { readonly hosts: readonly string[] },
  settings: Pick<Settings, "BASE_URL" | "PORT">,
): string => {
  if (settings.BASE_URL === undefined) return `http://${place.hosts[0] ?? "localhost"}:${settings.PORT}`;
  const base = new URL(settings.BASE_URL);
  const host = place.hosts.find((candidate) => !isLocal(candidate));
  if (host === undefined || place.hosts.includes(base.hostname)) return base.origin;
  return `${base.protocol}//${host}${base.port ? `:${base.port}` : ""}`;
};
