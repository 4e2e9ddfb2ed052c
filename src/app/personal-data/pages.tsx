import type { ComponentChildren } from "preact";
import { erasePerson, showPerson } from "#app/privacy.ts";
import { type PersonActor, signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { found } from "#core/errors.ts";
import { blank, type Filled, withError } from "#core/input.ts";
import { clearSession } from "#core/session-cookie.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { isDemoAccount } from "#modules/people/demo/vocabulary.ts";
import { paths } from "#modules/people/paths.ts";
import { findPerson, listHolders } from "#modules/people/queries.ts";
import { Checkbox } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

const crumbs = (ctx: Context) => [
  { href: paths.mine, label: say(ctx)("mine") },
  { href: paths.myData, label: say(ctx)("myData") },
];

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Whatever a module tells, readable: things as pairs, lists as lists. */
const Told = ({ value }: { readonly value: unknown }): ComponentChildren => {
  if (value instanceof Date) return value.toISOString().slice(0, 16).replace("T", " ");
  if (Array.isArray(value)) {
    return (
      <ul>
        {value.map((item) => (
          <li>
            <Told value={item} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value !== "object" || value === null) return String(value);
  const known = Object.entries(value).filter(([, item]) => !isEmpty(item));
  return <Pairs pairs={known.map(([name, item]) => [name, <Told value={item} />] as const)} />;
};

const showEverything = async (page: Page) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const told = await showPerson(ctx, signedIn(ctx.actor).id);
  return page.render(
    <Stack wide>
      <Title heading={words("everything")} lead={words("everythingLead")} />
      <p>
        <a href={paths.everythingJson}>{words("download")}</a>
      </p>
      {Object.entries(told).map(([name, data]) => (
        <Section id={name.replace("/", "-")} heading={name}>
          {Object.values(data).every(isEmpty) ? <p>{words("nothing")}</p> : <Told value={data} />}
        </Section>
      ))}
    </Stack>,
    { title: words("everything"), crumbs: crumbs(ctx), hidden: true },
  );
};

/** Why somebody cannot leave just now. */
const hindrance = async (ctx: Context, me: PersonActor): Promise<"demo" | "last" | undefined> => {
  const { email } = found(await findPerson(ctx, me.id));
  if (isDemoAccount(ctx.place, email)) return "demo";
  const administrators = await listHolders(ctx, "administrator");
  return administrators.length === 1 && administrators[0]?.id === me.id ? "last" : undefined;
};

const showGone = (page: Page) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  return page.render(<Title heading={words("gone")} lead={words("goneText")} />, {
    title: words("gone"),
    hidden: true,
  });
};

const showLeave = async (page: Page, form: Filled = blank, status: 200 | 409 | 422 = 200) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const why = await hindrance(ctx, signedIn(ctx.actor));
  return page.render(
    <>
      <Title heading={words("leave")} lead={words("leaveLead")} />
      <Section id="geht" heading={words("goes")}>
        <p>{words("goesText")}</p>
      </Section>
      <Section id="bleibt" heading={words("stays")}>
        <p>{words("staysText")}</p>
        <p>
          {words("first")} <a href={paths.everythingJson}>{words("download")}</a>
        </p>
      </Section>
      {why ? (
        <Notice ctx={ctx} kind="warning">
          {words(why)}
        </Notice>
      ) : (
        <Form
          ctx={ctx}
          action={paths.leave}
          submit={words("doIt")}
          formKey={page.get("formKey")}
          form={form}
          cancel={{ href: paths.myData, label: words("back") }}
        >
          <Checkbox name="sure" label={words("sure")} optional={false} />
        </Form>
      )}
    </>,
    { title: words("leave"), crumbs: crumbs(ctx), hidden: true, status },
  );
};

/** Below `/mein/daten`: taking everything along, and leaving. Only the roof knows all that is kept. */
export const personalData = routes()
  .get("/alles", showEverything)
  .get("/alles.json", async (page) => {
    const ctx = page.get("ctx");
    const told = await showPerson(ctx, signedIn(ctx.actor).id);
    page.header("content-disposition", `attachment; filename="meine-daten-${isoDay(ctx.now)}.json"`);
    return page.json(told);
  })
  .get("/abschied", (page) => {
    const gone = page.get("ctx").actor.kind === "visitor" && page.req.query("hinweis") === "geloescht";
    return gone ? showGone(page) : showLeave(page);
  })
  .post("/abschied", async (page) => {
    const ctx = page.get("ctx");
    const me = signedIn(ctx.actor);
    if (await hindrance(ctx, me)) return showLeave(page, blank, 409);
    const { sure } = await sent(page);
    if (sure !== "on") return showLeave(page, withError(blank, "sure", say(ctx)("confirm")), 422);
    await erasePerson(ctx, me.id);
    clearSession(page);
    return seeOther(page, paths.leave, "geloescht");
  });
