import { modules } from "#app/modules.ts";
import { filledWith } from "#core/input.ts";
import type { SearchHit } from "#core/module.ts";
import { routes } from "#core/web.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

const most = 40;
const longest = 120;

const asItem = ({ title, href, kind, text }: SearchHit) => ({ title, href, kind, text });

/** One search over everything that each module offers to be found. */
export const search = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const asked = (page.req.query("q") ?? "").replaceAll("\u0000", "").trim().slice(0, longest);
  const lists =
    asked === "" ? [] : await Promise.all(modules.map((module) => module.search?.(ctx, asked) ?? []));
  const hits = lists.flat().sort((one, other) => other.rank - one.rank);
  const heading =
    hits.length > 0 ? words("found", { n: hits.length, words: asked }) : words("nothing", { words: asked });
  return page.render(
    <>
      <Title heading={words("title")} lead={words("lead")} />
      <Stack wide>
        <Form ctx={ctx} action="/suche" method="get" submit={words("submit")} form={filledWith({ q: asked })}>
          <TextField name="q" label={words("question")} type="search" />
        </Form>
        {asked !== "" && (
          <Section id="treffer" heading={heading} space="none">
            {hits.length > 0 ? (
              <>
                <ItemList items={hits.slice(0, most).map(asItem)} />
                {hits.length > most && <p class="al-soft">{words("fewer", { n: most })}</p>}
              </>
            ) : (
              <Empty heading={words("nothingText")}>
                <ButtonLink href="/fragen" kind="secondary">
                  {words("ask")}
                </ButtonLink>
              </Empty>
            )}
          </Section>
        )}
      </Stack>
    </>,
    { title: words("title"), hidden: true },
  );
});
