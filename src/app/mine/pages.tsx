import { say as sayCalendar } from "#app/calendar/messages.ts";
import { modules } from "#app/modules.ts";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { day } from "#core/date.ts";
import type { MineEntry } from "#core/module.ts";
import { routes } from "#core/web.ts";
import { paths } from "#modules/people/paths.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

const most = 20;

const Entries = ({ ctx, entries }: { readonly ctx: Context; readonly entries: readonly MineEntry[] }) => (
  <ItemList items={entries.map(({ title, text, href, at }) => ({ title, text, href, kind: day(ctx, at) }))} />
);

/** Everything that concerns the signed-in person, gathered from all storeys. */
export const mine = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const { name, grants } = signedIn(ctx.actor);
  const words = say(ctx);
  const lists = await Promise.all(modules.map((module) => module.mine?.(ctx) ?? []));
  const entries = lists.flat().sort((one, other) => other.at.getTime() - one.at.getTime());
  const waiting = entries.filter((entry) => entry.waiting).slice(0, most);
  const running = entries.filter((entry) => !entry.waiting).slice(0, most);
  const own = { href: paths.myCalendar, label: sayCalendar(ctx)("menu"), rank: 84 };
  const menu = [...modules.flatMap((module) => module.mineMenu?.(ctx) ?? []), own].sort(
    (one, other) => one.rank - other.rank,
  );
  const roles = [...new Set(grants.map(({ role }) => words(`role_${role}`)))];
  return page.render(
    <>
      <Title heading={words("hello", { name })} lead={words("lead")}>
        {roles.length > 0 && <p class="al-soft">{words("roles", { roles: roles.join(", ") })}</p>}
      </Title>
      <Stack wide>
        <Section id="wartet" heading={words("waiting")} space="none">
          {waiting.length > 0 ? (
            <Entries ctx={ctx} entries={waiting} />
          ) : (
            <Empty heading={words("nothing")}>
              <p>{words("nothingText")}</p>
              <Actions>
                <ButtonLink href="/helfen">{words("find")}</ButtonLink>
                <a href="/fragen">{words("ask")}</a>
              </Actions>
            </Empty>
          )}
        </Section>
        {running.length > 0 && (
          <Section id="laeuft" heading={words("running")} space="none">
            <Entries ctx={ctx} entries={running} />
          </Section>
        )}
        <Section id="seiten" heading={words("more")} space="none">
          <ItemList items={menu.map(({ href, label }) => ({ title: label, href }))} />
        </Section>
      </Stack>
    </>,
    { title: words("title"), hidden: true },
  );
});
