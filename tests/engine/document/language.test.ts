import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/engine/document/document.js";
import { identifyLanguage } from "../../../src/intake/identify.js";
import { BODY, lexicon, open } from "./support.js";

const SAMPLES: readonly (readonly [code: string, text: string])[] = [
  ["en", BODY],
  ["en", "Putin, Rahmon discuss border"],
  ["en", "ANKARA - President Carter telephoned Prime Minister Süleyman Demirel."],
  ["ru", "Президенты России и Таджикистана обсудили по телефону положение в Афганистане и договорились о контактах."],
  ["uk", "Президент України провів телефонну розмову з прем’єр-міністром і обговорив ситуацію на кордоні."],
  ["bg", "Президентът се срещна с министъра на външните работи и обсъди с него положението в страната."],
  ["sr", "Председник је разговарао са министром спољних послова о ситуацији на граници и рекао да ће помоћи."],
  ["kk", "Президент Қазақстан Республикасының үкіметі туралы айтты және келіссөздер болды деп хабарлады."],
  ["tg", "Президенти Ҷумҳурии Тоҷикистон бо Президенти Русия дар бораи сарҳад суҳбати телефонӣ анҷом дод."],
  ["de", "Der Präsident hat am Dienstag mit dem Minister über die Lage an der Grenze gesprochen."],
  ["fr", "Le président a parlé mardi au téléphone avec le ministre de la situation à la frontière."],
  ["es", "El presidente habló el martes por teléfono con el ministro sobre la situación en la frontera."],
  ["pt", "O presidente falou na terça-feira por telefone com o ministro sobre a situação na fronteira."],
  ["it", "Il presidente ha parlato martedì al telefono con il ministro della situazione al confine."],
  ["tr", "Cumhurbaşkanı salı günü bakan ile telefonda görüştü ve sınırdaki durum için bir açıklama yaptı."],
  ["pl", "Prezydent rozmawiał we wtorek przez telefon z ministrem o sytuacji na granicy i nie powiedział."],
  ["uz", "Prezident seshanba kuni vazir bilan telefon orqali suhbat qildi va chegara haqida gapirdi."],
  ["az", "Prezident çərşənbə axşamı nazir ilə telefonla danışıb və sərhəddəki vəziyyət haqqında məlumat verib."],
  ["ar", "تحدث الرئيس إلى وزير الخارجية عن الوضع على الحدود في اتصال هاتفي يوم الثلاثاء"],
  ["fa", "رئیس جمهور با وزیر امور خارجه درباره وضعیت مرز در تماس تلفنی گفتگو کرد"],
  ["zh", "两国总统周二通电话,讨论了边境局势"],
  ["ja", "両国の大統領は火曜日に電話で会談し、国境の状況について話し合った"],
  ["ko", "양국 대통령은 화요일 전화 통화를 하고 국경 상황을 논의했다"],
  ["ka", "პრეზიდენტებმა სამშაბათს ტელეფონით ისაუბრეს"],
  ["id", "Presiden berbicara dengan menteri melalui telepon tentang situasi di perbatasan yang akan dibahas."],
];

describe("language", () => {
  test.each(SAMPLES)("%s: %s", (code, text) => {
    expect(open(text).language).toBe(code);
  });

  test("a second opinion agrees where it is asked", () => {
    const asked = { ...lexicon, identify: identifyLanguage };
    for (const [code, text] of SAMPLES)
      expect([code, readDocument({ text }, { repair: true }, asked).language]).toEqual([code, code]);
  });

  test("the notice names the language", () => {
    expect(open("Президенты России и Таджикистана обсудили по телефону положение на границе.").notices).toEqual([
      { code: "language", message: "The text is in Russian; only English is read.", span: null },
    ]);
    expect(open(BODY).notices).toEqual([]);
  });

  test("a stated language wins where it is plausible", () => {
    expect(open({ text: "Rahmon – Putin", language: "de" }).language).toBe("de");
    expect(open({ text: BODY, language: "ru" }).language).toBe("en");
    expect(open({ text: BODY, language: "en-GB" }).language).toBe("en");
    expect(open({ text: BODY, language: "fr" }).language).toBe("en");
  });

  test("a Russian name in an English text changes nothing", () => {
    expect(open(`${BODY} The ministry (МИД России) did not answer.`).language).toBe("en");
  });
});
