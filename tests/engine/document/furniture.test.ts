import { describe, expect, test } from "vitest";
import { BODY, mend, open } from "./support.js";

describe("page furniture", () => {
  test.each([
    "Leave a Comment", "Advertisement", "ADVERTISEMENT", "Share Tweet Email Print", "Share | Tweet | Email", "Share this article",
    "Read also: Ministers meet in Bishkek", "READ MORE: Who is the new envoy?", "Subscribe to our newsletter for the day’s news",
    "Sign up for our daily briefing", "Follow us on Twitter and Facebook", "We use cookies to make this site better.", "12 Comments",
    "1,204 views", "5 min read", "© 2021 Example News Agency", "Copyright © 2021. All rights reserved.", "Photo: press service of the president",
    "(Photo by John Doe/Getty Images)", "Presidential press service via Getty Images", "All rights reserved.", "Story continues below advertisement",
    "Print version | Send to a friend", "Post a comment  |  Report an error", "You might also be interested in: Ten lakes of the north",
    "Tags: water, trade", "Join our Telegram channel", "If you found an error, select it and press Ctrl+Enter",
  ])("“%s” goes", (line) => {
    expect(mend(`${BODY}\n\n${line}\n\n${BODY} Again.`)).toBe(`${BODY}\n\n${BODY} Again.`);
    expect(mend(`${BODY}\n\n${line}\n`)).toBe(BODY);
  }); // biome-ignore format: a list of samples

  test.each([
    "The minister asked the house to leave a comment period of ten days.", "“Subscribe to our principles,” he told the delegates.",
    "The print and the telegram were shown in the museum.", "Comments by the minister were not well received in Moscow.",
    "Photographs of the meeting were published on the president’s website.", "He thanked the readers of the paper for their comments.",
    "Related questions were left to the experts of both sides.", "Cookies were served at the reception in the embassy.",
    "The ministry used the advertisement to answer its critics.", "Telegram", "The agreement covers all rights reserved by the convention.",
    "Print versions of the map | drawn by hand | were shown.", "Share prices fell in Moscow after the call.", "Views on the matter differ, the envoy said.",
  ])("“%s” stays", (line) => {
    expect(mend(`${BODY}\n\n${line}\n\n${BODY}`)).toContain(line);
  }); // biome-ignore format: a list of samples

  test("readers’ comments go with the head of their box", () => {
    const comments = "Comments (2)\n\nAziz says:\nGood news for us all.\n\nReply\n\nFarida says:\nAbout time, I think.";
    expect(mend(`${BODY}\n\n${BODY} Again.\n\n${comments}`)).toBe(`${BODY}\n\n${BODY} Again.`);
  });

  test("a comment link above the article does not take the article with it", () => {
    const text = mend(`Presidents talk by phone\n\n0 Comments\n\n${BODY}\n\n${BODY} Again.`);
    expect(text).toBe(`Presidents talk by phone\n\n${BODY}\n\n${BODY} Again.`);
  });

  test("a list of links goes, the sentence after it stays", () => {
    const list = "Related articles\n\nMinisters meet in Bishkek\n\nWater talks go on";
    expect(mend(`${BODY}\n\n${list}\n\n${BODY} Again.`)).toBe(`${BODY}\n\n${BODY} Again.`);
  });

  test("a title given apart stays, and text of nothing but furniture does too", () => {
    expect(open({ title: "Advertisement", text: BODY }).text).toBe(`Advertisement\n\n${BODY}`);
    expect(mend("Advertisement\n\nLeave a Comment")).toBe("Advertisement\n\nLeave a Comment");
  });

  test("the removal is on record", () => {
    const { repairs } = open(`${BODY}\n\nLeave a Comment`);
    expect(repairs.map(({ kind, before, after }) => ({ kind, before, after }))).toEqual([
      { kind: "furniture", before: "\n\nLeave a Comment", after: "" },
    ]);
  });
});
