import type { Context } from "#core/context.ts";
import type { PageProps } from "#core/web.ts";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import type { Process } from "./schema.ts";

type Status = NonNullable<PageProps["status"]>;

/** What the frame of a public page of one process needs. */
export const processProps = (
  ctx: Context,
  process: Pick<Process, "slug" | "title">,
  title: string,
  status: Status = 200,
): PageProps => ({
  title,
  status,
  crumbs: [
    { href: paths.listing, label: say(ctx)("participation") },
    { href: paths.show(process.slug), label: process.title },
  ],
});

/** What the frame of an office page of one process needs. */
export const officeProps = (
  ctx: Context,
  process: Pick<Process, "id" | "title">,
  title: string,
  status: Status = 200,
): PageProps => ({
  title,
  area: "office",
  status,
  crumbs: [
    { href: paths.register, label: say(ctx)("office") },
    { href: paths.office(process.id), label: process.title },
  ],
});
