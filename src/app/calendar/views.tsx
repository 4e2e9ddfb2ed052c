import type { Context } from "#core/context.ts";
import { dayAndTime, period } from "#core/date.ts";
import type { CalendarEntry } from "#core/module.ts";
import { paths } from "#modules/people/paths.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly entries: readonly CalendarEntry[];
  readonly subscribed: boolean;
  /** The address that was just made; it is shown this once. */
  readonly fresh?: string | undefined;
  readonly ended?: boolean | undefined;
};

const when = (ctx: Context, { start, end }: CalendarEntry): string =>
  typeof start === "string" || typeof end === "string"
    ? period(ctx, start, end)
    : dayAndTime(ctx, start, end);

const Inside = ({ ctx, entries }: Pick<Props, "ctx" | "entries">) => {
  const words = say(ctx);
  if (entries.length === 0) {
    return (
      <Empty heading={words("nothing")}>
        <p>{words("nothingText")}</p>
      </Empty>
    );
  }
  const items = entries.map((entry) => ({
    title: entry.title,
    kind: when(ctx, entry),
    text: [entry.text, entry.whereText].filter(Boolean).join(" · "),
  }));
  return <ItemList items={items} />;
};

const Fresh = ({ ctx, address }: { readonly ctx: Context; readonly address: string }) => {
  const words = say(ctx);
  return (
    <Section id="adresse" heading={words("fresh")} aside={words("freshOnce")}>
      <Stack>
        <p>{words("freshText")}</p>
        <p>
          <code>{address}</code>
        </p>
        <Actions>
          <ButtonLink href={address.replace(/^https?:/u, "webcal:")}>{words("open")}</ButtonLink>
        </Actions>
        <p class="al-soft">{words("copy")}</p>
      </Stack>
    </Section>
  );
};

const Subscribe = ({ ctx, formKey, subscribed }: Pick<Props, "ctx" | "formKey" | "subscribed">) => {
  const words = say(ctx);
  return (
    <Section id="abonnieren" heading={words("subscribe")}>
      <Stack>
        <p>{words("how")}</p>
        {subscribed && <p>{words("has")}</p>}
        <Actions>
          <ActionForm
            action={paths.myCalendar}
            label={words(subscribed ? "renew" : "make")}
            kind={subscribed ? "secondary" : "primary"}
            formKey={`${formKey}-make`}
          />
          {subscribed && (
            <ActionForm
              action={paths.myCalendarEnd}
              label={words("end")}
              kind="tertiary"
              formKey={`${formKey}-end`}
            />
          )}
        </Actions>
        <p class="al-soft">{words("next")}</p>
      </Stack>
    </Section>
  );
};

/** What stands in one's calendar, and the way to have it in one's own. */
export const CalendarPage = ({ ctx, formKey, entries, subscribed, fresh, ended }: Props) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("title")} lead={words("lead")} />
      {ended && <Notice ctx={ctx} kind="success" heading={words("notice_beendet")} />}
      {fresh && <Fresh ctx={ctx} address={fresh} />}
      <Section id="darin" heading={words("inside")}>
        <Inside ctx={ctx} entries={entries} />
      </Section>
      {!fresh && <Subscribe ctx={ctx} formKey={formKey} subscribed={subscribed} />}
    </>
  );
};
