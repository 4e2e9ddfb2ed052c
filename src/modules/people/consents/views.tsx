import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { paths } from "#modules/people/paths.ts";
import type { Person } from "#modules/people/schema.ts";
import { givenWayName, givenWays, type Purpose, purposeName, purposes } from "#modules/people/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { HiddenField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { afterWithdrawal, consentText, say } from "./messages.ts";
import type { ConsentRow } from "./queries.ts";

export type ConsentNotice = "given" | "withdrawn" | "already" | "over" | "tooYoung";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly person: Pick<Person, "id" | "name">;
  readonly consents: readonly ConsentRow[];
  readonly notice?: ConsentNotice | undefined;
};

const Told = ({ ctx, notice }: Pick<Props, "ctx" | "notice">) => {
  if (!notice) return null;
  const good = notice === "given" || notice === "withdrawn";
  return <Notice ctx={ctx} kind={good ? "success" : "warning"} heading={say(ctx)(notice)} />;
};

const Standing = ({ ctx, consent }: { ctx: Context; consent: ConsentRow | undefined }) => {
  const words = say(ctx);
  if (!consent) {
    return (
      <p>
        <State kind="no">{words("no")}</State>
      </p>
    );
  }
  const { givenAt, givenHow, textVersion } = consent;
  return (
    <p>
      <State kind="yes">
        {words("yesSince", { date: dayWithYear(ctx, givenAt), how: givenWayName(ctx, givenHow) })}
      </State>{" "}
      <span class="al-soft al-small">{words("version", { version: textVersion })}</span>
    </p>
  );
};

const Earlier = ({ ctx, consents }: Pick<Props, "ctx" | "consents">) => {
  const words = say(ctx);
  const past = consents.filter(({ withdrawnAt }) => withdrawnAt !== null);
  return past.length === 0 ? null : (
    <Section id="frueher" heading={words("history")}>
      <Stack>
        <ul>
          {past.map(({ purpose, givenAt, withdrawnAt }) => (
            <li>
              {words("historyItem", {
                purpose: purposeName(ctx, purpose),
                from: dayWithYear(ctx, givenAt),
                to: withdrawnAt ? dayWithYear(ctx, withdrawnAt) : "",
              })}
            </li>
          ))}
        </ul>
      </Stack>
    </Section>
  );
};

const running = (consents: readonly ConsentRow[], purpose: Purpose): ConsentRow | undefined =>
  consents.find((consent) => consent.purpose === purpose && consent.withdrawnAt === null);

/** One's own consents: taking back is one button, as giving is. */
export const MyConsentsView = ({ ctx, formKey, consents, notice }: Props) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("title")} lead={words("lead")} />
      <Told ctx={ctx} notice={notice} />
      {purposes.map((purpose) => {
        const consent = running(consents, purpose);
        const name = purposeName(ctx, purpose);
        return (
          <Section id={purpose} heading={name}>
            <Stack>
              <p>{consentText(ctx, purpose)}</p>
              <Standing ctx={ctx} consent={consent} />
              {consent && <p class="al-soft">{afterWithdrawal(ctx, purpose)}</p>}
              <ActionForm
                action={consent ? paths.myConsentEnd : paths.myConsents}
                label={words(consent ? "withdraw" : "give")}
                object={name}
                kind="secondary"
                formKey={`${formKey}-${purpose}`}
                values={{ purpose }}
              />
            </Stack>
          </Section>
        );
      })}
      <Earlier ctx={ctx} consents={consents} />
    </>
  );
};

/** Somebody's consents as the office notes them. */
export const OfficeConsentsView = ({ ctx, formKey, person, consents, notice }: Props) => {
  const words = say(ctx);
  const ways = givenWays
    .filter((way) => way !== "web")
    .map((value) => ({ value, label: givenWayName(ctx, value) }));
  return (
    <>
      <Title
        heading={words("officeTitle")}
        kind={person.name}
        lead={words("officeLead", { name: person.name })}
      />
      <Told ctx={ctx} notice={notice} />
      {purposes.map((purpose) => {
        const consent = running(consents, purpose);
        const name = purposeName(ctx, purpose);
        return (
          <Section id={purpose} heading={name}>
            <Stack>
              <p>{consentText(ctx, purpose)}</p>
              <Standing ctx={ctx} consent={consent} />
              {consent ? (
                <ActionForm
                  action={paths.personConsentEnd(person.id)}
                  label={words("noteWithdrawal")}
                  object={name}
                  kind="secondary"
                  formKey={`${formKey}-${purpose}`}
                  values={{ purpose }}
                />
              ) : (
                <Form
                  ctx={ctx}
                  id={`f-${purpose}`}
                  action={paths.personConsents(person.id)}
                  submit={words("note")}
                  label={name}
                  formKey={`${formKey}-${purpose}`}
                >
                  <HiddenField name="purpose" value={purpose} />
                  <RadioGroup name="how" label={words("how")} options={ways} value="counter" row />
                </Form>
              )}
            </Stack>
          </Section>
        );
      })}
      <Earlier ctx={ctx} consents={consents} />
    </>
  );
};
