import type { Context } from "#core/context.ts";
import type { Crumb, PageProps } from "#core/web.ts";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";

type Status = NonNullable<PageProps["status"]>;

/** What the frame of a public page below the strategy needs. */
export const publicProps = (ctx: Context, title: string, more: readonly Crumb[] = []): PageProps => ({
  title,
  crumbs: [{ href: paths.front, label: say(ctx)("strategy") }, ...more],
});

/** What the frame of an office page of the strategy needs. */
export const officeProps = (
  ctx: Context,
  title: string,
  status: Status = 200,
  more: readonly Crumb[] = [],
): PageProps => ({
  title,
  area: "office",
  status,
  crumbs: [{ href: paths.register, label: say(ctx)("office") }, ...more],
});
