import { system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import type { Story } from "#core/module.ts";
import { guidePrefix } from "#modules/content/paths.ts";
import { type WrittenLanguage, writtenLanguages } from "#modules/content/vocabulary.ts";
import { writePage } from "./commands.ts";
import told from "./seed.json" with { type: "json" };

type Told = (typeof told)[number];

const wordsOf = ({ name, officePhone, officeName, officeStreet, officePeople, openingHours }: Place) => ({
  town: name,
  phone: officePhone,
  office: officeName,
  street: officeStreet,
  people: officePeople,
  hours: openingHours,
});

const filled = (body: string, place: Place): string =>
  Object.entries(wordsOf(place)).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), body);

const languageOf = (code: string): WrittenLanguage =>
  writtenLanguages.find((language) => language === code) ?? "de";

const write = async (ctx: Context, pages: readonly Told[]): Promise<void> => {
  for (const { slug, title, body, language, inFooter } of pages) {
    const guide = slug.startsWith(guidePrefix);
    const page = {
      slug,
      title,
      body: filled(body, ctx.place),
      language: languageOf(language),
      inFooter,
      guide,
    };
    await writePage(ctx, page, true);
  }
};

const dayLength = 86_400_000;

/** The pages of both towns; the guides came a little later. */
export const seed = async (story: Story): Promise<void> => {
  const at = (daysAgo: number) => new Date(+story.today - daysAgo * dayLength);
  const { first, second } = story.places;
  const isGuide = ({ slug }: Told) => slug.startsWith(guidePrefix);
  const ofBoth = told.filter(({ both }) => both);
  await story.tell(first, at(420), system, (ctx) =>
    write(
      ctx,
      told.filter((page) => !isGuide(page)),
    ),
  );
  await story.tell(first, at(200), system, (ctx) => write(ctx, told.filter(isGuide)));
  await story.tell(second, at(300), system, (ctx) => write(ctx, ofBoth));
  story.report(`${told.length} pages and guides`);
};
