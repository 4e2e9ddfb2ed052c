import type { Context } from "#core/context.ts";
import { ago, dayAndTime } from "#core/date.ts";
import type { Mail } from "#core/tables.ts";
import { ActionForm } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { Desk, Views, WorkList } from "#ui/work.tsx";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import { type Counts, type MailRow, pageSize, type State, stateOf, states } from "./queries.ts";

const lines = { waiting: "waitingLine", failed: "failedLine", sent: "sentLine" } as const;

type ListProps = {
  readonly ctx: Context;
  readonly mails: readonly MailRow[];
  readonly counts: Counts;
  readonly state: State | undefined;
  readonly page: number;
};

/** What was written, newest first, and where each message is. */
export const OutboxPage = ({ ctx, mails, counts, state, page }: ListProps) => {
  const words = say(ctx);
  const all = counts.waiting + counts.failed + counts.sent;
  const total = state ? counts[state] : all;
  const views = [
    { href: paths.outbox, label: words("all"), count: all, current: state === undefined },
    ...states.map((name) => ({
      href: paths.list(name, 1),
      label: words(name),
      count: counts[name],
      current: state === name,
    })),
  ];
  const rows = mails.map((mail) => ({
    id: mail.id,
    kind: words(lines[stateOf(mail)]),
    title: mail.subject,
    href: paths.mail(mail.id),
    meta: mail.recipientEmail,
    who: mail.recipientName || words("unknownRecipient"),
    due: ago(ctx, mail.writtenAt),
  }));
  const left = Math.min(pageSize, Math.max(total - page * pageSize, 0));
  return (
    <Desk heading={words("outbox")} lead={words("lead")} views={<Views ctx={ctx} views={views} />}>
      {rows.length === 0 && <Empty heading={words("none")}>{words("noneText")}</Empty>}
      <WorkList ctx={ctx} groups={[{ id: "nachrichten", heading: words("list"), rows, total }]} />
      <Pager
        ctx={ctx}
        page={page}
        size={pageSize}
        total={total}
        href={(number) => paths.list(state, number)}
        next={words("next", { n: left })}
      />
    </Desk>
  );
};

type MailProps = {
  readonly ctx: Context;
  readonly mail: Mail & { readonly withheld: boolean };
  readonly underway: boolean;
  readonly formKey: string;
  readonly asked: boolean;
  readonly refusal?: "alreadySent" | "underway" | undefined;
};

const Where = ({ ctx, mail, underway }: Pick<MailProps, "ctx" | "mail" | "underway">) => {
  const words = say(ctx);
  if (mail.sentAt) return null;
  if (stateOf(mail) === "waiting") return <p class="al-soft">{words("stillHere")}</p>;
  return (
    <Notice ctx={ctx} kind="warning" heading={words(underway ? "tryingAgain" : "givenUp")}>
      {words("stillHere")}
    </Notice>
  );
};

const Withheld = ({ ctx }: { readonly ctx: Context }) => (
  <Section id="text" heading={say(ctx)("text")}>
    <p>{say(ctx)("withheld")}</p>
  </Section>
);

const Words = ({ ctx, mail }: { readonly ctx: Context; readonly mail: Mail }) => {
  const words = say(ctx);
  return (
    <>
      <Section id="text" heading={words("text")}>
        <Stack>
          {mail.sentAt && <p class="al-soft">{words("tokensForgotten")}</p>}
          <div class="al-prose" lang={mail.language}>
            <PlainText text={mail.textBody} />
          </div>
        </Stack>
      </Section>
      <Section id="brief" heading={words("letter")}>
        <iframe
          src={paths.letter(mail.id)}
          title={words("letterOf", { subject: mail.subject })}
          sandbox=""
          width="100%"
          height="720"
          frameBorder="0"
        />
      </Section>
    </>
  );
};

/** One message: whom it is for, where it is, and what it says. */
export const MailPage = ({ ctx, mail, underway, formKey, asked, refusal }: MailProps) => {
  const words = say(ctx);
  const pairs = [
    [words("to"), [mail.recipientName, mail.recipientEmail].filter(Boolean).join(", ")],
    [words("written"), dayAndTime(ctx, mail.writtenAt)],
    [words("leftAt"), mail.sentAt && dayAndTime(ctx, mail.sentAt)],
    [words("attempts"), mail.attempts > 0 && String(mail.attempts)],
    [words("lastError"), mail.lastError],
  ] as const;
  return (
    <>
      <Title heading={mail.subject} />
      <Stack>
        {refusal && <Notice ctx={ctx} kind="warning" heading={words(refusal)} />}
        {asked && !refusal && <Notice ctx={ctx} kind="success" heading={words("sendingAsked")} />}
        <Where ctx={ctx} mail={mail} underway={underway} />
        <Pairs pairs={pairs} />
        {!mail.sentAt && !underway && (
          <>
            <ActionForm
              action={paths.sendings(mail.id)}
              label={words("sendAgain")}
              formKey={formKey}
              kind="secondary"
            />
            <p class="al-soft al-small">{words("againNext")}</p>
          </>
        )}
      </Stack>
      {mail.withheld ? <Withheld ctx={ctx} /> : <Words ctx={ctx} mail={mail} />}
    </>
  );
};

const address = /(https?:\/\/[^\s…]+)/u;

// Addresses can be followed, so that a message can be tried out or handed on where no mail server is set up.
const Line = ({ text }: { readonly text: string }) => (
  <>{text.split(address).map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part))}</>
);

const PlainText = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n{2,}/u).map((paragraph) => (
      <p>
        {paragraph.split("\n").map((line, index) => (
          <>
            {index > 0 && <br />}
            <Line text={line} />
          </>
        ))}
      </p>
    ))}
  </>
);
