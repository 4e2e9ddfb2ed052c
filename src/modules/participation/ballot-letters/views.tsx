import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { PageProps } from "#core/web.ts";
import { say as sayParticipation } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { ActionForm } from "#ui/button.tsx";
import { NumberField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { QrCode } from "#ui/qr.tsx";
import { type Letter, type LetterRefusal, mostLetters } from "./commands.ts";
import { say } from "./messages.ts";
import { addressOf, type LastPrint, type LetterWords, type Standing } from "./queries.ts";

/** What the frame of an office page of one ballot needs. */
export const ballotProps = (
  ctx: Context,
  { id, title }: Pick<Ballot, "id" | "title">,
  heading: string,
  status: 200 | 409 | 422 = 200,
): PageProps => ({
  title: heading,
  status,
  area: "office",
  hidden: true,
  crumbs: [
    { href: paths.officeBallots, label: sayParticipation(ctx)("ballots") },
    { href: paths.officeBallot(id), label: title },
  ],
});

type OfBallot = { readonly ctx: Context; readonly ballot: Pick<Ballot, "id" | "title"> };
type TitleProps = OfBallot & { readonly heading: string; readonly lead?: string | undefined };

/** The head of an office page of one ballot. */
export const BallotTitle = ({ ballot, heading, lead }: TitleProps) => (
  <Title kind={ballot.title} heading={heading} lead={lead} />
);

type PageProp = {
  readonly ctx: Context;
  readonly ballot: Ballot;
  readonly formKey: string;
  readonly standing: Standing;
  readonly notice?: string | undefined;
  readonly last: LastPrint | undefined;
  readonly refusal?: LetterRefusal | undefined;
  readonly form?: { readonly part: "karten" | "einzeln"; readonly filled: Filled } | undefined;
};

const Mails = ({ ctx, ballot, formKey, standing: { mail } }: PageProp) => {
  const words = say(ctx);
  return (
    <Section id="mail" heading={words("mailHeading")}>
      <Stack>
        <p>
          {mail.all > 0 ? words("mailText", { n: mail.all }) : words("mailNone")}{" "}
          {mail.open > 0 ? words("mailOpen", { n: mail.open }) : mail.all > 0 && words("allWritten")}
        </p>
        {mail.open > 0 && (
          <ActionForm
            action={`${paths.ballotLetters(ballot.id)}/versand`}
            label={words("mail")}
            formKey={formKey}
            kind="primary"
          />
        )}
      </Stack>
    </Section>
  );
};

const Papers = ({ ctx, ballot, standing: { letter } }: PageProp) => {
  const words = say(ctx);
  return (
    <Section id="papier" heading={words("letterHeading")}>
      <p>
        {letter.all > 0 ? words("letterText", { n: letter.all }) : words("letterNone")}{" "}
        {letter.open > 0 ? words("mailOpen", { n: letter.open }) : letter.all > 0 && words("allWritten")}
      </p>
      {letter.open > 0 && (
        <Stack>
          <ActionForm
            action={`${paths.ballotLetters(ballot.id)}/druck`}
            label={words("letter")}
            values={{ art: "briefe", offen: String(letter.open) }}
            kind="secondary"
          />
          <p class="al-soft">{words("letterNext", { n: mostLetters })}</p>
        </Stack>
      )}
    </Section>
  );
};

const Cards = ({ ctx, ballot, formKey, standing: { card }, form }: PageProp) => {
  const words = say(ctx);
  return (
    <Section id="karten" heading={words("cardHeading")}>
      <Stack wide>
        {card.all > 0 && (
          <p>
            {words("cardText", { n: card.all })} {card.open > 0 && words("mailOpen", { n: card.open })}
          </p>
        )}
        {card.open > 0 && (
          <ActionForm
            action={`${paths.ballotLetters(ballot.id)}/druck`}
            label={words("card")}
            values={{ art: "karten", offen: String(card.open) }}
            kind="secondary"
          />
        )}
        <Form
          ctx={ctx}
          id="k"
          action={`${paths.ballotLetters(ballot.id)}/karten`}
          submit={words("cardAdd")}
          formKey={`${formKey}k`}
          form={form?.part === "karten" ? form.filled : undefined}
          quiet
        >
          <NumberField name="anzahl" label={words("cardCount")} />
        </Form>
      </Stack>
    </Section>
  );
};

const Reprint = ({ ctx, ballot, last }: PageProp & { readonly last: LastPrint }) => {
  const words = say(ctx);
  const aside = words("lastText", { n: last.numbers.length, date: dayAndTime(ctx, last.at) });
  return (
    <Section id="zuletzt" heading={words("lastHeading")} aside={aside}>
      <Stack>
        <ActionForm
          action={`${paths.ballotLetters(ballot.id)}/nachdruck`}
          label={words("lastPrint")}
          values={{ druck: last.id }}
          kind="secondary"
        />
        <p class="al-soft">{words("lastHint")}</p>
      </Stack>
    </Section>
  );
};

/** Who has a code, and the ways to send the others theirs. */
export const LettersView = (props: PageProp) => {
  const { ctx, ballot, notice, refusal, form } = props;
  const words = say(ctx);
  return (
    <>
      <BallotTitle ctx={ctx} ballot={ballot} heading={words("heading")} lead={words("lead")} />
      {refusal && (
        <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)}>
          {refusal === "again" && <p>{words("againHelp")}</p>}
        </Notice>
      )}
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      <Mails {...props} />
      <Papers {...props} />
      <Cards {...props} />
      {props.last && <Reprint {...props} last={props.last} />}
      <Section id="einzeln" heading={words("againHeading")}>
        <Form
          ctx={ctx}
          id="e"
          action={`${paths.ballotLetters(ballot.id)}/einzeln`}
          submit={words("againMail")}
          formKey={`${props.formKey}e`}
          secondary={[{ label: words("againPrint"), name: "art", value: "brief" }]}
          form={form?.part === "einzeln" ? form.filled : undefined}
          next={words("againText")}
          quiet
        >
          <NumberField name="nummer" label={words("againNumber")} />
        </Form>
      </Section>
    </>
  );
};

type LettersProps = Pick<PageProp, "ctx" | "ballot"> & {
  readonly letters: readonly Letter[];
  readonly words: LetterWords;
  readonly origin: string;
};

const Slip = ({ ctx, letter }: { readonly ctx: Context; readonly letter: Letter }) => {
  const words = say(ctx);
  return (
    <section class="al-slip">
      <h3>{words("slip")}</h3>
      <p>
        <strong>{words("slipNumber", { n: letter.number })}</strong>
        {letter.name && ` · ${letter.name}`}
      </p>
      <p>{words("slipText")}</p>
      <p class="al-slip__line">{words("slipSigned")}</p>
    </section>
  );
};

/** One letter a sheet, each with its own code, in letters and as a picture, and the voting slip for paper. */
export const LetterSheets = ({ ctx, ballot, letters, words: letterText, origin }: LettersProps) => {
  const words = say(ctx);
  const address = `${origin.replace(/^https?:\/\//u, "")}${paths.ballotCode(ballot.slug)}`;
  return (
    <div class="al-sheet">
      {letters.map((letter) => (
        <article
          class="al-sheet__letter"
          aria-label={letter.name || words("slipNumber", { n: letter.number })}
        >
          {letter.name && (
            <p>
              {[letter.name, ...letter.address.split(/,\s*|\n/u).filter(Boolean)].map((line) => (
                <span class="al-sheet__line">{line}</span>
              ))}
            </p>
          )}
          <h2>{letterText.subject}</h2>
          {letterText.paragraphs.map((text) => (
            <p>{text}</p>
          ))}
          {ballot.takesOnline && (
            <>
              <p>{words("scan", { address })}</p>
              <div class="al-slip__code">
                <p class="al-code">
                  <strong>{letter.code}</strong>
                </p>
                <QrCode text={`${origin}${addressOf(ballot, letter.code)}`} label={words("qr")} size={130} />
              </div>
            </>
          )}
          {ballot.takesPaper && <Slip ctx={ctx} letter={letter} />}
        </article>
      ))}
    </div>
  );
};
