import type { Context } from "#core/context.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Actions, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type NoPaperProps = { readonly ctx: Context; readonly survey: SurveyRow; readonly why: string };

/** Says why there is no paper, and leads back. */
export const NoPaperView = ({ ctx, survey, why }: NoPaperProps) => (
  <>
    <Title kind={survey.title} heading={say(ctx)("noPaper")} lead={why} />
    <Actions>
      <ButtonLink href={paths.answer(survey.slug)}>{say(ctx)("back")}</ButtonLink>
    </Actions>
  </>
);
