import { expect, test } from "vitest";
import { originOf, withOrigin } from "./origin.ts";

test("a town is reached at its own public host, else at BASE_URL, else on this machine", () => {
  const local = { hosts: ["weisswasser.localhost"] };
  const both = { hosts: ["elbaue.localhost", "elbaue.example"] };
  expect(originOf(local, { BASE_URL: undefined, PORT: 3000 })).toBe("http://weisswasser.localhost:3000");
  expect(originOf(local, { BASE_URL: "https://hilfe.example/", PORT: 3000 })).toBe("https://hilfe.example");
  expect(originOf(both, { BASE_URL: "https://hilfe.example:8443", PORT: 3000 })).toBe(
    "https://elbaue.example:8443",
  );
  expect(originOf({ hosts: ["a.example", "b.example"] }, { BASE_URL: "https://b.example", PORT: 1 })).toBe(
    "https://b.example",
  );
});

test("every address in a text is filled in", () => {
  expect(withOrigin("{{origin}}/a und {{origin}}/b", "https://a.example")).toBe(
    "https://a.example/a und https://a.example/b",
  );
});
