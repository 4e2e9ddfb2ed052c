import { type Address, addresses, pathOf } from "./addresses.ts";
import type { Asker } from "./askers.ts";
import { type Form, formsIn } from "./forms.ts";
import type { Things } from "./things.ts";
import type { World } from "./world.ts";

export type Seen = {
  readonly address: Address;
  readonly path: string;
  readonly as: Asker;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
};

const walkers: readonly Asker[] = ["coordinator", "visitor", "volunteer", "representative"];

/** Looks at every page of the house, as everybody of these who is let in. */
export const walk = async (world: World, things: Things, by: readonly Asker[] = walkers): Promise<Seen[]> => {
  const seen: Seen[] = [];
  const pages = addresses.filter(({ method, pattern }) => method === "GET" && pattern !== "/readyz");
  for (const address of pages) {
    const path = pathOf(address, things);
    for (const as of by.filter((asker) => address.answers[asker] === "ok")) {
      const answer = await world.request("GET", path, { as });
      const { status, headers } = answer;
      seen.push({ address, path, as, status, headers, html: await answer.text() });
    }
  }
  return seen;
};

/** A form, and who was shown it. */
export type Shown = { readonly form: Form; readonly as: Asker; readonly page: string };

const ids = /[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{43}/gu;

/** Every form of the house once: the same form on several pages, or with other ids, is one. */
export const formsOf = (seen: readonly Seen[]): Shown[] => {
  const forms = new Map<string, Shown>();
  for (const { html, path, as } of seen) {
    for (const form of formsIn(html, path)) {
      const names = form.fields.map(({ name }) => name).join(" ");
      const key = `${form.method} ${form.action.replace(ids, ":")} ${names}`;
      if (!forms.has(key)) forms.set(key, { form, as, page: path });
    }
  }
  return [...forms.values()];
};
