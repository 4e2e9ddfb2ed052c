import type { Id } from "#core/id.ts";

/** Every address of the outbox. */
export const paths = {
  outbox: "/buero/postausgang",
  list: (state: string | undefined, page: number): string => {
    const asked = new URLSearchParams();
    if (state) asked.set("zustand", state);
    if (page > 1) asked.set("seite", String(page));
    return asked.size === 0 ? "/buero/postausgang" : `/buero/postausgang?${asked}`;
  },
  mail: (id: Id<"mail">): string => `/buero/postausgang/${id}`,
  letter: (id: Id<"mail">): string => `/buero/postausgang/${id}/brief`,
  sendings: (id: Id<"mail">): string => `/buero/postausgang/${id}/sendungen`,
};
