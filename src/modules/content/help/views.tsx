import type { Context } from "#core/context.ts";
import { renderMarkdown } from "#core/markdown.ts";
import { paths } from "#modules/content/paths.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Actions, Prose, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { books } from "./vocabulary.ts";

const Ask = ({ ctx }: { ctx: Context }) => (
  <div class="al-section al-stack">
    <p>{say(ctx)("notFoundText")}</p>
    <Actions>
      <ButtonLink href={paths.ask} kind="secondary">
        {say(ctx)("ask")}
      </ButtonLink>
    </Actions>
  </div>
);

/** The handbook: one book for each who comes. */
export const HelpPage = ({ ctx }: { ctx: Context }) => (
  <>
    <Title heading={say(ctx)("help")} lead={say(ctx)("lead")} />
    <h2 class="al-hidden">{say(ctx)("books")}</h2>
    <ItemList
      items={books.map((book) => ({
        title: say(ctx)(`book_${book}`),
        href: paths.helpBook(book),
        text: say(ctx)(`bookLead_${book}`),
      }))}
    />
    <Ask ctx={ctx} />
  </>
);

/** One book. */
export const BookPage = ({ ctx, title, body }: { ctx: Context; title: string; body: string }) => (
  <>
    <Title heading={<span lang="de">{title}</span>} />
    {ctx.language !== "de" && ctx.language !== "de-x-easy" && <p class="al-soft">{say(ctx)("onlyGerman")}</p>}
    <Prose html={renderMarkdown(body)} lang="de" />
    <Ask ctx={ctx} />
  </>
);
