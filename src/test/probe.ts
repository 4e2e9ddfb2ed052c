import type { Asker } from "./askers.ts";
import type { World } from "./world.ts";

const patience = 2_000;

export const script = `"><script>alert("x")</script><img src=x onerror=alert(1)>`;
export const nasty: readonly string[] = [
  script,
  "javascript:alert(1)",
  "'; drop table people; --",
  "[Klick](javascript:alert(1)) ![x](data:text/html,<script>alert(1)</script>)",
  "\u0000\u202e\ud800 \u{1f469}‍\u{1f469}‍\u{1f467} \ufeff",
  "__proto__",
  "../../../../etc/passwd%00",
  `${"ä".repeat(6_000)}`,
  "{{7*7}}%s%n$&\\",
  "99999999999999999999999999",
];

/** What is wrong with an answer, whatever was asked. */
export const faults = (response: Response, html: string, milliseconds: number): string[] => {
  const location = response.headers.get("location");
  return [
    ...(response.status >= 500 ? [`status ${response.status}`] : []),
    ...(milliseconds > patience ? [`took ${Math.round(milliseconds)} ms`] : []),
    ...(/<script>alert|<img src=x|href="\s*javascript:|src="data:text/iu.test(html) && isPage(response)
      ? ["not escaped"]
      : []),
    ...(/node_modules|\.tsx?:\d+:\d+|select .* from /u.test(html) ? ["tells of its inside"] : []),
    ...(html.includes("Nachbarort") ? ["tells of the other town"] : []),
    ...(location !== null && !/^\/(?![/\\])/u.test(location) ? [`leads to ${location}`] : []),
  ];
};

const isPage = (response: Response): boolean => (response.headers.get("content-type") ?? "").includes("html");

type Asking = {
  readonly as: Asker;
  readonly form?: Record<string, string | string[]> | FormData;
  readonly headers?: Record<string, string>;
};

/** Asks, and undoes whatever that changed. */
export const probe = async (
  world: World,
  method: "GET" | "POST",
  path: string,
  asking: Asking,
): Promise<string[]> => {
  await world.sql("savepoint probe");
  const started = performance.now();
  const answer = await world.request(method, path, asking);
  const html = await answer.text();
  const wrong = faults(answer, html, performance.now() - started);
  await world.sql("rollback to savepoint probe");
  return wrong.map((fault) => `${method} ${path.slice(0, 90)} as ${asking.as}: ${fault}`);
};
