import type { PageElement } from "./dom.js";

const CODE = "script,style,noscript,template,iframe";

/** Elements that are never the article's text, whatever they are called. */
const NEVER = [
  "nav", "dialog", "form", "[hidden]",
  '[aria-hidden="true"]:not(p)', '[role="navigation"]', '[role="dialog"]', '[role="alertdialog"]', '[role="complementary"]', '[role="search"]',
]; // biome-ignore format: one line reads best

/** Words of class names and ids that name furniture. Whole words only: “comment” is not in “commentary”. */
const FURNITURE_NAME =
  /(?<!\b(?:no|has|with|without|show|hide)[_-])(?<![\p{L}\p{N}])(?:cookies?|consent|gdpr|newsletters?|subscri(?:be|ption)s?|paywall|share|sharing|sharebar|social|related|recirc|recommended|recommendations|read-?more|most-?(?:read|popular)|trending|comments?|disqus|advert(?:isement)?s?|ad-?(?:slot|unit|wrapper|container)|sponsored|promo|breadcrumbs?|sign-?up|donate|donation|popup|modal|toc|tags|tag-list|author-?bio|about-?author|byline-?bio|post-?nav(?:igation)?|pagination)(?![\p{L}\p{N}])/iu;

/** Furniture larger than this share of the page's text is the article under an odd name. */
const MAX_SHARE = 0.3;

/** Nested furniture is weighed again at every level; no page is read more often than this on the whole. */
const MAX_READINGS = 40;

/** Takes furniture out of a page before its main text is looked for. */
export function dropFurniture(document: PageElement): void {
  for (const element of Array.from(document.querySelectorAll(CODE))) element.remove();
  const total = (document.querySelector("body")?.textContent ?? "").length;
  let budget = total * MAX_READINGS;
  const isSmall = (element: PageElement): boolean => {
    const size = (element.textContent ?? "").length;
    budget -= size;
    return size <= total * MAX_SHARE;
  };
  for (const element of Array.from(document.querySelectorAll(NEVER.join(",")))) {
    if (budget < 0) return;
    if (isSmall(element)) element.remove();
  }
  for (const element of Array.from(document.querySelectorAll("body [class], body [id]"))) {
    if (budget < 0) return;
    const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
    if (names.length > 400 || !FURNITURE_NAME.test(names)) continue;
    if (!/^(?:body|main|article|html|p)$/i.test(element.nodeName) && isSmall(element)) element.remove();
  }
}

const NOISE =
  /^(?:we (?:and our partners )?use cookies|this (?:web)?site uses cookies|by (?:continuing|clicking|subscribing|signing up)|subscribe to (?:our|the)|sign up (?:for|to) (?:our|the|receive)|follow us (?:on|for)|join our|download our app|read more:|read also:|see also:|related:|advertisement$|all rights reserved|click here to|to view the full story|already a subscriber|enter your email|never miss (?:the|a|an|our)|don['’]t miss (?:the|a|an|our)|do you want to be (?:informed|notified)|want (?:more|to (?:stay|hear|read|receive))|we want to hear (?:what|from)|first-time subscribers|if you(?:['’]re| are) (?:seeing this|already a)|stay (?:up to date|informed|tuned|in the loop)|(?:sign|log) in to (?:read|continue|comment|your)|get (?:the latest news|our newsletter|unlimited access)|support (?:our|independent) (?:journalism|work|newsroom|reporting)|become a (?:member|subscriber|patron)|thank you for (?:reading|subscribing)|have (?:a tip|something to say)|your email address|strictly necessary cookies?|enable or disable cookies|if you disable this cookie)/i;

/** Whether a paragraph of the extracted text is a plea, a cookie bar or a link to something else. */
export function isPageNoise(paragraph: string): boolean {
  return paragraph.length <= 300 && NOISE.test(paragraph);
}
