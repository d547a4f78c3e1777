import { briefRoute, occasionsRoute, reviewRoute, worldRoute } from "./brief.js";
import { claimsRoute } from "./claims.js";
import { contactRoute, contactsRoute } from "./contacts.js";
import { addDocumentRoute, documentRoute, documentsRoute, storyRoute } from "./documents.js";
import { eventsRoute } from "./events.js";
import { judgementsRoute, judgeRoute, withdrawRoute } from "./judgements.js";
import { actorsRoute, metaRoute, searchRoute } from "./lookup.js";
import { pairRoute, situationRoute } from "./pair.js";

/** The contract of the HTTP API: every route with what it takes and gives. The page takes types from here and nothing else. */
export const ROUTES = {
  contacts: contactsRoute,
  contact: contactRoute,
  events: eventsRoute,
  documents: documentsRoute,
  document: documentRoute,
  claims: claimsRoute,
  story: storyRoute,
  pair: pairRoute,
  situation: situationRoute,
  brief: briefRoute,
  occasions: occasionsRoute,
  world: worldRoute,
  review: reviewRoute,
  search: searchRoute,
  actors: actorsRoute,
  meta: metaRoute,
  judgements: judgementsRoute,
  judge: judgeRoute,
  withdraw: withdrawRoute,
  addDocument: addDocumentRoute,
} as const;

export type { BriefView, OccasionView, Placed, ReviewItem } from "./brief.js";
export type { ClaimCard, ClaimFilter, ClaimItem } from "./claims.js";
export type { CommitmentView, ContactCard, ContactDossier, ContactFilter, ContactParty } from "./contacts.js";
export type {
  CommitmentThreadView, DisagreementView, DossierView, ParticipantView, ReadoutView, ReportView, StatementView, TellingView, TimelineEntryView,
} from "./desk.js"; // biome-ignore format: a list
export type { DocumentCard, DocumentView, NewDocument, StoryView } from "./documents.js";
export type { EventCard, EventFilter, EventItem } from "./events.js";
export type { LiveItems, NewJudgement } from "./judgements.js";
export type { ActorFound, Meta } from "./lookup.js";
export type { PairView, SituationView } from "./pair.js";
export type { Corroboration, DocumentSummary, JudgementView, Party } from "./parts.js";
export type { Problem } from "./route.js";
