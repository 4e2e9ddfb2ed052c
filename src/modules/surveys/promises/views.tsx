import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { say } from "#modules/surveys/answering/messages.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { privacyName } from "#modules/surveys/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { QrCode } from "#ui/qr.tsx";

type Base = { readonly ctx: Context; readonly survey: SurveyRow };

const List = ({ sentences }: { readonly sentences: readonly string[] }) => (
  <ul>
    {sentences.map((sentence) => (
      <li>{sentence}</li>
    ))}
  </ul>
);

/** What "anonymous" means for exactly this survey: what is kept, who sees it, and what cannot be prevented. */
export const PromiseView = ({ ctx, survey }: Base) => {
  const words = say(ctx);
  const { privacy, access, asksContact } = survey;
  const isCounted = privacy === "counters";
  const kept = [
    words(isCounted ? "keptCounters" : "keptAnswers"),
    ...(privacy === "named" ? [words("keptNamed")] : []),
    ...(isCounted ? [] : [words("keptDraft")]),
    ...(access === "open" || privacy === "named" ? [] : [words("keptInvited")]),
    ...(asksContact ? [words("keptContact")] : []),
  ];
  const cannot = [
    ...(isCounted ? [] : [words("cannotWords")]),
    ...(privacy === "anonymous" ? [words("cannotNight")] : []),
    ...(access === "codes" ? [] : [words("cannotTwice")]),
    ...(access === "open" ? [] : [words("cannotCode")]),
  ];
  return (
    <>
      <Title
        kind={survey.title}
        heading={words("page_privacy", { privacy: privacyName(ctx, privacy) })}
        lead={words(`open_${privacy}`)}
      />
      <Section id="bleibt" heading={words("keptHeading")}>
        <List sentences={kept} />
      </Section>
      <Section id="fehlt" heading={words("notKeptHeading")}>
        <p>{words("notKept")}</p>
      </Section>
      <Section id="wer" heading={words("seesHeading")}>
        <p>{words("sees", { n: survey.threshold })}</p>
      </Section>
      <Section id="grenzen" heading={words("cannotHeading")}>
        <List sentences={cannot} />
      </Section>
    </>
  );
};

type PauseProps = Base & {
  readonly formKey: string;
  readonly code: string | undefined;
  readonly address: string;
  readonly form?: Filled | undefined;
};

/** The code with which one goes on elsewhere, and the way back in with one. */
export const PauseView = ({ ctx, survey, formKey, code, address, form }: PauseProps) => {
  const words = say(ctx);
  return (
    <>
      <Title
        kind={survey.title}
        heading={words(code ? "pauseHeading" : "resumeHeading")}
        lead={code && words("pauseLead")}
      />
      {code && (
        <Stack wide>
          <p class="al-code">
            <strong>{code}</strong>
          </p>
          <QrCode text={address} label={words("pauseQr")} size={180} />
          <p>{words("pauseNote")}</p>
          <p class="al-soft">{words("pauseDays")}</p>
          <Actions>
            <ButtonLink href={paths.answer(survey.slug)}>{words("onThisDevice")}</ButtonLink>
          </Actions>
        </Stack>
      )}
      <Section id="code" heading={words("resumeHeading")}>
        <Form
          ctx={ctx}
          action={paths.resume(survey.slug)}
          submit={words("resumeSubmit")}
          formKey={formKey}
          form={form}
          quiet={code !== undefined}
        >
          <TextField
            name="code"
            label={words("codeLabel")}
            hint={words("codeHint")}
            maximum={40}
            autocomplete="off"
          />
        </Form>
      </Section>
    </>
  );
};
