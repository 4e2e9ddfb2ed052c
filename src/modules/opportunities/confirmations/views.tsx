import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { whenOf } from "#modules/opportunities/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { Question } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly token: string;
  readonly question: Question;
  readonly formKey: string;
  readonly notice: "kept" | "ended" | "answered" | "expired" | "refused" | undefined;
};

/** The one question behind the link of a mail, with three buttons; looking changes nothing. */
export const QuestionPage = ({ ctx, token, question, formKey, notice }: Props) => {
  const words = say(ctx);
  const { offer, answer, expired } = question;
  const { when, time } = whenOf(ctx, offer);
  const phone = ctx.place.officePhone;
  const closed = notice ?? (expired ? "expired" : answer && answer !== "edit" ? "answered" : undefined);
  const button = { action: paths.confirm(token), object: offer.title, formKey };
  const again = offer.state === "paused" || offer.state === "ended";
  return (
    <>
      <Title
        heading={closed === "kept" || closed === "ended" ? offer.title : words("heading")}
        kind={offer.organization}
        lead={closed ? undefined : words("lead")}
      />
      {closed && (
        <Notice
          ctx={ctx}
          kind={closed === "kept" || closed === "ended" ? "success" : "warning"}
          heading={closed === "refused" ? words("refused", { phone }) : words(closed)}
        >
          {offer.publishedAt && <a href={paths.show(offer.slug)}>{words("seeOffer")}</a>}
        </Notice>
      )}
      {!closed && (
        <>
          <h2>{offer.title}</h2>
          <p>{[when, time].filter(Boolean).join(", ")}</p>
          {offer.summary && <p>{offer.summary}</p>}
          {offer.confirmedAt && (
            <p class="al-soft">{words("lastConfirmed", { day: dayWithYear(ctx, offer.confirmedAt) })}</p>
          )}
          <div class="al-actions">
            <ActionForm
              {...button}
              label={words(again ? "keepAgain" : "keep")}
              kind="primary"
              values={{ answer: "keep" }}
            />
            <ActionForm {...button} label={words("edit")} kind="secondary" values={{ answer: "edit" }} />
            {offer.state !== "ended" && (
              <ActionForm {...button} label={words("end")} kind="tertiary" values={{ answer: "end" }} />
            )}
          </div>
          <p class="al-soft">{words("editHint", { phone })}</p>
        </>
      )}
    </>
  );
};
