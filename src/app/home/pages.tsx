import { routes } from "#core/web.ts";
import { Front, Way } from "#ui/page.tsx";

export const home = routes().get("/", (page) => {
  const { place } = page.get("ctx");
  return page.render(
    <Front name={place.name} nameSorbian={place.sorbianName ?? undefined} lead="">
      <Way id="weg" heading="Ich möchte helfen" question="Wie viel Zeit haben Sie?" answers={[]} />
    </Front>,
    { title: place.name },
  );
});
