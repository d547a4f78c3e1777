import { lazy, Suspense, useEffect, useRef } from "react";
import type { Meta } from "../api/contract.js";
import { MetaContext } from "../api/meta.js";
import { useQuery } from "../api/use-query.js";
import { Brief } from "../brief/brief.js";
import { Contact } from "../contact/contact.js";
import { Desk } from "../desk/desk.js";
import { Events } from "../desk/events.js";
import { Loading } from "../parts/states.js";
import { Reader } from "../reader/reader.js";
import type { View } from "../route/route.js";
import { RouterContext, useBrowserRouter } from "../route/use-route.js";
import { Situation } from "../situation/situation.js";
import { Boundary } from "./boundary.js";
import { Footer } from "./footer.js";
import { Header } from "./header.js";
import { Help } from "./help.js";
import { OfflineNote } from "./offline-note.js";
import { useKeys } from "./use-keys.js";
import { VIEW_NAMES } from "./view-names.js";

const Pair = lazy(() => import("../pair/pair.js"));
const World = lazy(() => import("../world/world.js"));
const TryIt = lazy(() => import("../try/try-it.js"));
const Review = lazy(() => import("../review/review.js"));

/** The page: what stands on every view, and the view. */
export function App() {
  const router = useBrowserRouter();
  const meta = useQuery<Meta>("/api/meta");
  const main = useRef<HTMLElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  useKeys(help);
  const { view } = router.route;
  useTitle(view);
  return (
    <RouterContext value={router}>
      <MetaContext value={meta.data}>
        <a className="skip" href="#main">
          Skip to the content
        </a>
        <Header view={view} openHelp={() => help.current?.showModal()} />
        <OfflineNote problem={meta.problem} again={meta.again} />
        <main id="main" ref={main} tabIndex={-1} key={view}>
          <Boundary>
            <Suspense fallback={<Loading what="the view" />}>
              <Body view={view} />
            </Suspense>
          </Boundary>
        </main>
        <Footer />
        <Help dialog={help} />
      </MetaContext>
    </RouterContext>
  );
}

function useTitle(view: View): void {
  useEffect(() => {
    document.title = `${VIEW_NAMES[view]} · Readout`;
  }, [view]);
}

function Body({ view }: { readonly view: View }) {
  switch (view) {
    case "desk":
      return <Desk />;
    case "events":
      return <Events />;
    case "contact":
      return <Contact />;
    case "reader":
      return <Reader />;
    case "pair":
      return <Pair />;
    case "situation":
      return <Situation />;
    case "brief":
      return <Brief />;
    case "world":
      return <World />;
    case "review":
      return <Review />;
    case "try":
      return <TryIt />;
    default:
      throw new TypeError(`unknown view: ${view satisfies never}`);
  }
}
