import { wordsIn } from "#methods/questionnaire.ts";
import { say as editorSay } from "#modules/surveys/editing/messages.ts";
import { type Base, type Refusal, Told } from "#modules/surveys/editing/views.tsx";
import { paths } from "#modules/surveys/paths.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { Stack } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { isThere } from "./commands.ts";
import { say } from "./messages.ts";
import { blocks } from "./vocabulary.ts";

type BlocksProps = Base & { readonly refusal?: Refusal | undefined };

/** Ready questions, each block with everything it asks. */
export const BlocksView = ({ ctx, formKey, survey, current, refusal }: BlocksProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <SurveyHead
        ctx={ctx}
        survey={survey}
        part="questions"
        heading={words("heading")}
        lead={words("lead")}
      />
      <Told ctx={ctx} refusal={refusal} />
      <ItemList
        items={blocks.map(({ key, page }) => {
          const title = wordsIn(page.title, ctx.language, "de");
          return {
            title,
            kind: words("count", { n: page.questions.length }),
            text: (
              <ul>
                {page.questions.map(({ label }) => (
                  <li>{wordsIn(label, ctx.language, "de")}</li>
                ))}
              </ul>
            ),
            end: isThere(current.content, page) ? (
              <State kind="yes">{words("there")}</State>
            ) : (
              <ActionForm
                action={paths.blocks(survey.id)}
                label={words("insert")}
                object={title}
                kind="secondary"
                formKey={`${formKey}${key}`}
                values={{ block: key, revision: String(current.revision) }}
              />
            ),
          };
        })}
      />
      <p>
        <a href={paths.questions(survey.id)}>{editorSay(ctx)("back")}</a>
      </p>
    </Stack>
  );
};
