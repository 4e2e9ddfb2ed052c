import type { ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Logger } from "pino";
import { Forbidden, NotFound, TooMany } from "#core/errors.ts";
import { newKey } from "#core/token.ts";
import type { Env, Page, PageProps } from "#core/web.ts";
import { ButtonLink } from "#ui/button.tsx";
import { telephone } from "#ui/link.ts";
import { Actions, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Told = {
  readonly heading: string;
  readonly text: string;
  readonly status: NonNullable<PageProps["status"]>;
};

/** PostgreSQL is not there, or has no connection left: this passes by itself. */
const isAway = (error: Error): boolean => {
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOENT|57P0[123]|53300|08)/u.test(code) ||
    /timeout exceeded when trying to connect/u.test(error.message)
  );
};

const show = (page: Page, { heading, text, status }: Told): Response | Promise<Response> => {
  const ctx = page.get("ctx");
  // The failure came before the town was known: there is no frame to draw.
  if (!ctx) return page.text(heading, status);
  if (page.req.path.startsWith("/api/")) return page.json({ error: heading }, status);
  const words = say(ctx);
  const { officePhone } = ctx.place;
  return page.render(
    <>
      <Title heading={heading} lead={text} />
      <Actions>
        <ButtonLink href="/">{words("tryFront")}</ButtonLink>
        {officePhone && <a href={telephone(officePhone)}>{words("call", { phone: officePhone })}</a>}
      </Actions>
    </>,
    { title: heading, status, hidden: true },
  );
};

const reader = (page: Page) => page.get("ctx") ?? { language: "de" };

// What lies here belongs to somebody: whoever is not signed in is asked to, whether it is there or not.
const isClosed = ({ req }: Page): boolean => /^\/(mein|buero)(\/|$)/u.test(req.path);

const forbidden = (page: Page): Response | Promise<Response> => {
  const words = say(reader(page));
  const known = page.get("ctx")?.actor.kind === "person";
  if (known) return show(page, { heading: words("forbidden"), text: words("forbiddenText"), status: 403 });
  if (page.req.method === "GET" && !page.req.path.startsWith("/api/")) {
    const here = new URL(page.req.url);
    return page.redirect(`/anmelden?weiter=${encodeURIComponent(here.pathname + here.search)}`, 303);
  }
  return show(page, { heading: words("signInFirst"), text: words("signInText"), status: 403 });
};

/** Each kind of failure has one page; a bug is written to the log under a mark that the reader can tell us. */
export const onError =
  (log: Logger): ErrorHandler<Env> =>
  (error, page) => {
    const words = say(reader(page));
    if (error instanceof NotFound && isClosed(page) && page.get("ctx")?.actor.kind === "visitor")
      return forbidden(page);
    if (error instanceof NotFound) {
      return show(page, { heading: words("notFound"), text: words("notFoundText"), status: 404 });
    }
    if (error instanceof Forbidden) return forbidden(page);
    if (error instanceof TooMany) {
      page.header("retry-after", String(error.seconds));
      return show(page, {
        heading: words("tooMany"),
        text: words("tooManyText", { n: error.seconds }),
        status: 429,
      });
    }
    if (error instanceof HTTPException && error.status === 413) {
      return show(page, { heading: words("tooLarge"), text: words("tooLargeText"), status: 413 });
    }
    if (error instanceof HTTPException && error.status === 400) {
      return show(page, { heading: words("halfway"), text: words("halfwayText"), status: 400 });
    }
    if (error instanceof HTTPException) return error.getResponse();
    if (isAway(error)) {
      page.header("retry-after", "30");
      log.warn({ reason: error.message }, "the database is away");
      return show(page, { heading: words("away"), text: words("awayText"), status: 503 });
    }
    const mark = newKey().slice(0, 8);
    log.error({ mark, method: page.req.method, path: page.req.path, err: error }, "a page failed");
    return show(page, { heading: words("broken"), text: words("brokenText", { mark }), status: 500 });
  };

/** No route: said as what one may not see, in the same words. */
export const onNotFound: NotFoundHandler<Env> = (page) => {
  const words = say(reader(page));
  return show(page, { heading: words("notFound"), text: words("notFoundText"), status: 404 });
};
