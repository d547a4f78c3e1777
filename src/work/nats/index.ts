export { dropAside, listAside, retryAside } from "./aside.js";
export { type Broker, type BrokerAddress, connectBroker } from "./connect.js";
export { serveHealth } from "./health.js";
export { askWorkers } from "./presence.js";
export { type SendOutcome, send } from "./send.js";
export { queueState } from "./state.js";
export { makeStreams, namesOf } from "./streams.js";
export { asBrokerError, BrokerError } from "./trouble.js";
export { ClusterWorker } from "./work.js";
