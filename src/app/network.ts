import { isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Page } from "#core/web.ts";

/** The first four groups of an IPv6 address, which one household shares; an IPv4 address whole. */
export const network = (address: string): string => {
  const plain = address.replace(/^::ffff:/u, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const zeros = plain.includes("::")
    ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0")
    : [];
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
};

/** Where a request comes from, for rate limits only. A test that calls the roof directly comes from nowhere. */
export const networkOf = (page: Page): string => {
  try {
    return network(getConnInfo(page).remote.address ?? "unknown");
  } catch {
    return "unknown";
  }
};
