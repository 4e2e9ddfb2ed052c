import type { Context } from "#core/context.ts";
import { dayLong } from "#core/date.ts";
import type { AnswerRefusal } from "#modules/opportunities/invitations/commands.ts";
import { say } from "#modules/opportunities/invitations/messages.ts";
import type { Invitation } from "#modules/opportunities/invitations/queries.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { say as sayFit } from "#modules/opportunities/suggestions/messages.ts";
import { elsewhereOf, longOf, whenOf } from "#modules/opportunities/vocabulary.ts";
import { paths as choices } from "#modules/people/paths.ts";
import { ActionForm } from "#ui/button.tsx";
import { Why } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Note, Section, Stack, Title } from "#ui/page.tsx";

type Props = {
  readonly ctx: Context;
  readonly token: string;
  readonly invitation: Invitation;
  readonly formKey: string;
  readonly refusal: AnswerRefusal | undefined;
};

const About = ({ ctx, invitation }: Pick<Props, "ctx" | "invitation">) => {
  const { offer, reasons, words: own } = invitation;
  const { when, time } = whenOf(ctx, offer);
  const where =
    elsewhereOf(ctx, offer.placeKind) ?? [offer.street, offer.townName].filter(Boolean).join(", ");
  return (
    <Section id="angebot" heading={offer.title} space="none">
      <Stack>
        {offer.summary && <p>{offer.summary}</p>}
        <p>
          {[[when, time].filter(Boolean).join(", "), longOf(ctx, offer), where].filter(Boolean).join(" · ")}
        </p>
        {own && <p class="al-lines">{own}</p>}
        {reasons.length > 0 && <Why ctx={ctx}>{reasons.join(` ${sayFit(ctx)("andBecause")} `)}</Why>}
        <p>
          <a href={paths.show(offer.slug)}>{say(ctx)("seeOffer")}</a>
        </p>
      </Stack>
    </Section>
  );
};

const Passed = ({ ctx, invitation }: Pick<Props, "ctx" | "invitation">) => {
  const words = say(ctx);
  const { name, email, phone, offer } = invitation;
  const { organization } = offer;
  return (
    <Note id="weitergabe" heading={words("askPass")}>
      <p>{words("askPassText", { organization })}</p>
      <ul>
        <li>{words("askPassName", { name })}</li>
        {email && <li>{words("askPassEmail", { email })}</li>}
        {phone && <li>{words("askPassPhone", { phone })}</li>}
      </ul>
      <p>{words("askPassNothing")}</p>
      <p>{words("askNoText", { organization })}</p>
    </Note>
  );
};

const Answered = ({ ctx, token, invitation, formKey }: Props) => {
  const words = say(ctx);
  const { answer, offer } = invitation;
  if (answer === "no") return <Notice ctx={ctx} kind="success" heading={words("doneNo")} />;
  return (
    <Stack wide>
      <Notice ctx={ctx} kind="success" heading={words("doneYes", { organization: offer.organization })}>
        {words("doneYesText", { phone: ctx.place.officePhone })}
      </Notice>
      <ActionForm
        action={paths.invitation(token)}
        label={words("takeBack")}
        object={offer.title}
        formKey={formKey}
        kind="tertiary"
        values={{ antwort: "no" }}
      />
    </Stack>
  );
};

/** The one question behind the link of an invitation: what it is, why you, what is passed on, yes or no. */
export const AskedPage = (props: Props) => {
  const { ctx, token, invitation, formKey, refusal } = props;
  const words = say(ctx);
  const { offer, answer, expired, expiresAt } = invitation;
  const over = refusal ?? (expired && !answer ? "expired" : undefined);
  const button = { action: paths.invitation(token), object: offer.title };
  return (
    <Stack wide>
      <Title
        heading={words("askHeading")}
        kind={offer.organization}
        lead={answer || over ? undefined : words("askLead", { organization: offer.organization })}
      />
      {over && <Notice ctx={ctx} kind="warning" heading={words(`answer_${over}`)} />}
      {answer && <Answered {...props} />}
      <About {...props} />
      {!answer && !over && (
        <>
          <Passed {...props} />
          <Actions>
            <ActionForm
              {...button}
              label={words("sayYes")}
              formKey={`${formKey}ja`}
              kind="primary"
              values={{ antwort: "yes" }}
            />
            <ActionForm
              {...button}
              label={words("sayNo")}
              formKey={`${formKey}nein`}
              kind="secondary"
              values={{ antwort: "no" }}
            />
          </Actions>
          <p class="al-soft">
            {words("until", { day: dayLong(ctx, expiresAt) })} {words("budget")}{" "}
            <a href={choices.myMessages}>{words("budgetLink")}</a>
          </p>
        </>
      )}
    </Stack>
  );
};
