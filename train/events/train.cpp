// Trains the pair model and answers with it. Compiled and called by run.ts; one thread, one seed, no fast-math: the same
// input gives the same weights.
//
// usage: train VECTORS EXAMPLES OUT key=value…
//   VECTORS   word vectors, 100 floats a row        EXAMPLES   as write-examples.ts writes them
//   mode=train (weights to OUT) | mode=folds (probabilities of every example to OUT, each from a model that saw no example
//   of its fold; examples of fold -1 are in every training and answered by the last model)
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

using std::vector;
constexpr int DIM = 100, SLOTS = 24, DOMAINS = 2;
constexpr int EVENTS = 17, STATUSES = 4, CONTEXTS = 37;

struct Example {
  int domain, fold, mask, cameo, mode, status, negated, context0, context1;
  float weight;
  vector<uint32_t> keys;
  int split;  // keys from here on are words of regions, those before come from the tree
  vector<std::pair<int, float>> rows[SLOTS];  // word rows of a slot with their share
};

struct Random {
  uint64_t s;
  explicit Random(uint64_t seed) : s(seed * 0x9E3779B97F4A7C15ull + 0x1234567) { for (int i = 0; i < 8; i++) next(); }
  uint64_t next() { s ^= s << 13; s ^= s >> 7; s ^= s << 17; return s; }
  float uniform() { return (next() >> 40) * (1.0f / (1 << 24)); }
  float normal() { float a = 0; for (int i = 0; i < 12; i++) a += uniform(); return a - 6; }
  int below(int n) { return int(next() % uint64_t(n)); }
};

/** A matrix whose rows are updated by Adam, all of them or only those touched. */
struct Table {
  int rows = 0, columns = 0;
  vector<float> w, g, m, v;
  vector<int> touched; vector<char> mark; vector<int> steps;
  void init(int r, int c, float spread, Random& rng) {
    rows = r; columns = c; size_t n = size_t(r) * c;
    w.assign(n, 0); g.assign(n, 0); m.assign(n, 0); v.assign(n, 0); mark.assign(r, 0); steps.assign(r, 0); touched.clear();
    if (spread > 0) for (float& x : w) x = spread * rng.normal();
  }
  float* row(int r) { return &w[size_t(r) * columns]; }
  float* grad(int r) { if (!mark[r]) { mark[r] = 1; touched.push_back(r); } return &g[size_t(r) * columns]; }
  void update(float rate, float decay) {
    for (int r : touched) {
      int t = ++steps[r];
      float c1 = 1 - std::pow(0.9f, t), c2 = 1 - std::pow(0.999f, t);
      size_t at = size_t(r) * columns;
      for (int k = 0; k < columns; k++) {
        float d = g[at + k];
        m[at + k] = 0.9f * m[at + k] + 0.1f * d;
        v[at + k] = 0.999f * v[at + k] + 0.001f * d * d;
        w[at + k] -= rate * ((m[at + k] / c1) / (std::sqrt(v[at + k] / c2) + 1e-8f) + decay * w[at + k]);
        g[at + k] = 0;
      }
      mark[r] = 0;
    }
    touched.clear();
  }
};

struct Settings { int epochs = 8, seed = 1, hidden = 128, width = 24, batch = 32, folds = 5, least = 2, view = 3; float rate = 0.002f, drop = 0.3f, keyDrop = 0.2f, wordDrop = 0.4f, smooth = 0.05f, decay = 1e-3f, side = 0.3f, lin = 0.1f; };

struct Heads { int cameo = 0, mode = 0; int size() const { return EVENTS + cameo + mode + STATUSES + 1 + CONTEXTS; } };

struct Model {
  Settings set; Heads heads; const vector<float>& vectors;
  std::unordered_map<uint32_t, int> vocabulary;
  Table linear, embedding, slots, hiddenBias, out, outBias, domainBias;
  Random rng;
  Model(const Settings& s, const Heads& h, const vector<float>& v) : set(s), heads(h), vectors(v), rng(s.seed) {}

  void prepare(const vector<const Example*>& data) {
    std::map<uint32_t, int> count;
    for (auto* e : data) for (uint32_t k : e->keys) count[k]++;
    int n = 0;
    for (auto& [k, c] : count) if (c >= set.least) vocabulary[k] = n++;
    linear.init(n, EVENTS, 0, rng);
    embedding.init(n, set.width, 0.05f, rng);
    slots.init(SLOTS * DIM + 2 * set.width + DOMAINS, set.hidden, 0.03f, rng);
    hiddenBias.init(1, set.hidden, 0, rng);
    out.init(set.hidden, heads.size(), 0.08f, rng);
    outBias.init(1, heads.size(), 0, rng);
    domainBias.init(DOMAINS, EVENTS, 0, rng);
  }

  struct Pass { vector<float> input, inputMask, pre, hidden, hiddenMask, scores; vector<int> ids; int tree; float share[3]; vector<char> used; };

  void forward(const Example& e, Pass& p, bool training) {
    const int inputs = SLOTS * DIM + 2 * set.width + DOMAINS;
    p.input.assign(inputs, 0); p.used.assign(SLOTS, 0); p.ids.clear(); p.tree = 0;
    for (int s = 0; s < SLOTS; s++) for (auto& [row, share] : e.rows[s]) {
      if (!(set.view & (s < SLOTS - 6 ? 1 : 2))) continue;
      p.used[s] = 1;
      const float* v = &vectors[size_t(row) * DIM];
      for (int k = 0; k < DIM; k++) p.input[s * DIM + k] += share * v[k];
    }
    p.inputMask.assign(inputs, 1);
    if (training) for (int k = 0; k < SLOTS * DIM; k++) { float m = rng.uniform() < 0.2f ? 0 : 1.25f; p.inputMask[k] = m; p.input[k] *= m; }
    int known[2] = {0, 0};
    for (size_t i = 0; i < e.keys.size(); i++) {
      auto it = vocabulary.find(e.keys[i]);
      if (it == vocabulary.end()) continue;
      int part = int(i) < e.split ? 0 : 1;
      if (!(set.view & (part + 1))) continue;
      known[part]++;
      if (training && rng.uniform() < (part ? set.wordDrop : set.keyDrop)) continue;
      p.ids.push_back(it->second);
      if (part == 0) p.tree++;
    }
    for (int part = 0; part < 2; part++) p.share[part] = 1 / (1 - (training ? (part ? set.wordDrop : set.keyDrop) : 0)) / std::sqrt(float(std::max(1, known[part])));
    p.share[2] = set.lin / (1 - (training ? set.keyDrop : 0));
    for (size_t i = 0; i < p.ids.size(); i++) {
      int part = int(i) < p.tree ? 0 : 1;
      const float* w = embedding.row(p.ids[i]); float* x = &p.input[SLOTS * DIM + part * set.width];
      for (int k = 0; k < set.width; k++) x[k] += p.share[part] * w[k];
    }
    p.input[SLOTS * DIM + 2 * set.width + e.domain] = 1;
    p.pre.assign(set.hidden, 0);
    for (int k = 0; k < set.hidden; k++) p.pre[k] = hiddenBias.w[k];
    auto add = [&](int i) { float x = p.input[i]; if (x == 0) return; const float* w = slots.row(i); for (int k = 0; k < set.hidden; k++) p.pre[k] += x * w[k]; };
    for (int s = 0; s < SLOTS; s++) if (p.used[s]) for (int k = 0; k < DIM; k++) add(s * DIM + k);
    for (int i = SLOTS * DIM; i < inputs; i++) add(i);
    p.hidden.assign(set.hidden, 0); p.hiddenMask.assign(set.hidden, 1);
    for (int k = 0; k < set.hidden; k++) { float m = training ? (rng.uniform() < set.drop ? 0 : 1 / (1 - set.drop)) : 1; p.hiddenMask[k] = m; p.hidden[k] = std::max(0.0f, p.pre[k]) * m; }
    const int size = heads.size();
    p.scores.assign(size, 0);
    for (int j = 0; j < size; j++) p.scores[j] = outBias.w[j];
    for (int k = 0; k < set.hidden; k++) { float x = p.hidden[k]; if (x == 0) continue; const float* w = out.row(k); for (int j = 0; j < size; j++) p.scores[j] += x * w[j]; }
    for (int j = 0; j < EVENTS; j++) p.scores[j] += domainBias.row(e.domain)[j];
    for (int i = 0; i < p.tree; i++) { const float* w = linear.row(p.ids[i]); for (int j = 0; j < EVENTS; j++) p.scores[j] += p.share[2] * w[j]; }
  }

  static void softmax(const float* s, int n, float* out) {
    float most = *std::max_element(s, s + n), sum = 0;
    for (int j = 0; j < n; j++) sum += out[j] = std::exp(s[j] - most);
    for (int j = 0; j < n; j++) out[j] /= sum;
  }

  /** Gradient of the loss by the scores; the loss of an ambiguous event is that of the union. */
  void lossGradient(const Example& e, const Pass& p, vector<float>& d) {
    d.assign(heads.size(), 0);
    float probability[512];
    const float* s = p.scores.data();
    if (e.mask != 0) {
      softmax(s, EVENTS, probability);
      float inside = 0;
      for (int j = 0; j < EVENTS; j++) if (e.mask >> j & 1) inside += probability[j];
      for (int j = 0; j < EVENTS; j++) {
        float target = (e.mask >> j & 1 ? probability[j] / std::max(inside, 1e-6f) : 0) * (1 - set.smooth) + set.smooth / EVENTS;
        d[j] = (probability[j] - target) * e.weight;
      }
    }
    auto choice = [&](int from, int n, int label) {
      if (label < 0) return;
      softmax(s + from, n, probability);
      for (int j = 0; j < n; j++) d[from + j] = (probability[j] - (j == label ? 1 : 0)) * set.side * e.weight;
    };
    int at = EVENTS;
    choice(at, heads.cameo, e.cameo); at += heads.cameo;
    choice(at, heads.mode, e.mode); at += heads.mode;
    choice(at, STATUSES, e.status); at += STATUSES;
    auto yes = [&](int j, float label) { d[j] = (1 / (1 + std::exp(-s[j])) - label) * set.side * e.weight; };
    if (e.negated >= 0) yes(at, e.negated);
    at++;
    if (e.context0 >= 0) for (int c = 0; c < CONTEXTS; c++) yes(at + c, c < 30 ? (e.context0 >> c & 1) : (e.context1 >> (c - 30) & 1));
  }

  void backward(const Example& e, const Pass& p, const vector<float>& d) {
    const int size = heads.size();
    float* ob = outBias.grad(0);
    for (int j = 0; j < size; j++) ob[j] += d[j];
    float* db = domainBias.grad(e.domain);
    for (int j = 0; j < EVENTS; j++) db[j] += d[j];
    for (int i = 0; i < p.tree; i++) { float* g = linear.grad(p.ids[i]); for (int j = 0; j < EVENTS; j++) g[j] += p.share[2] * d[j]; }
    vector<float> dh(set.hidden, 0);
    for (int k = 0; k < set.hidden; k++) {
      if (p.hiddenMask[k] == 0) continue;
      float x = p.hidden[k], sum = 0; const float* w = out.row(k); float* g = out.grad(k);
      for (int j = 0; j < size; j++) { g[j] += x * d[j]; sum += w[j] * d[j]; }
      dh[k] = p.pre[k] > 0 ? sum * p.hiddenMask[k] : 0;
    }
    float* hb = hiddenBias.grad(0);
    for (int k = 0; k < set.hidden; k++) hb[k] += dh[k];
    vector<float> de(2 * set.width, 0);
    auto back = [&](int i) {
      float x = p.input[i]; float* g = slots.grad(i);
      for (int k = 0; k < set.hidden; k++) g[k] += x * dh[k];
      if (i >= SLOTS * DIM && i < SLOTS * DIM + 2 * set.width) { const float* w = slots.row(i); float sum = 0; for (int k = 0; k < set.hidden; k++) sum += w[k] * dh[k]; de[i - SLOTS * DIM] = sum; }
    };
    for (int s = 0; s < SLOTS; s++) if (p.used[s]) for (int k = 0; k < DIM; k++) if (p.input[s * DIM + k] != 0) back(s * DIM + k);
    for (int i = SLOTS * DIM; i < SLOTS * DIM + 2 * set.width + DOMAINS; i++) back(i);
    for (size_t i = 0; i < p.ids.size(); i++) { int part = int(i) < p.tree ? 0 : 1; float* g = embedding.grad(p.ids[i]); for (int k = 0; k < set.width; k++) g[k] += p.share[part] * de[part * set.width + k]; }
  }

  void train(const vector<const Example*>& data) {
    prepare(data);
    const int total = set.epochs * int((data.size() + set.batch - 1) / set.batch);
    vector<int> order(data.size());
    for (size_t i = 0; i < order.size(); i++) order[i] = int(i);
    Pass pass; vector<float> d; int step = 0;
    for (int epoch = 0; epoch < set.epochs; epoch++) {
      for (int i = int(order.size()) - 1; i > 0; i--) std::swap(order[i], order[rng.below(i + 1)]);
      for (size_t from = 0; from < order.size(); from += set.batch, step++) {
        size_t to = std::min(order.size(), from + set.batch);
        for (size_t i = from; i < to; i++) {
          const Example& e = *data[order[i]];
          forward(e, pass, true); lossGradient(e, pass, d);
          for (float& x : d) x /= float(to - from);
          backward(e, pass, d);
        }
        float part = float(step) / total, rate = set.rate * (part < 0.15f ? part / 0.15f + 0.02f : 0.5f * (1 + std::cos(3.14159265f * (part - 0.15f) / 0.85f)) + 0.001f);
        linear.update(rate, 0); embedding.update(rate, 0); slots.update(rate, set.decay); hiddenBias.update(rate, 0); out.update(rate, set.decay); outBias.update(rate, 0); domainBias.update(rate, 0);
      }
    }
  }

  void write(FILE* f) {
    vector<std::pair<uint32_t, int>> keys(vocabulary.begin(), vocabulary.end());
    std::sort(keys.begin(), keys.end());
    int head[] = {int(keys.size()), set.width, set.hidden, heads.size(), SLOTS * DIM + 2 * set.width + DOMAINS, heads.cameo, heads.mode};
    fwrite(head, sizeof head, 1, f);
    for (auto& [k, id] : keys) fwrite(&k, 4, 1, f);
    for (auto& [k, id] : keys) fwrite(linear.row(id), 4, EVENTS, f);
    for (auto& [k, id] : keys) fwrite(embedding.row(id), 4, set.width, f);
    for (Table* t : {&slots, &hiddenBias, &out, &outBias, &domainBias}) fwrite(t->w.data(), 4, t->w.size(), f);
  }
};

static vector<float> readFloats(const char* name) {
  FILE* f = fopen(name, "rb"); if (!f) { perror(name); exit(1); }
  fseek(f, 0, SEEK_END); vector<float> v(ftell(f) / 4); rewind(f);
  if (fread(v.data(), 4, v.size(), f) != v.size()) exit(1);
  fclose(f); return v;
}

static vector<Example> readExamples(const char* name, Heads& heads) {
  FILE* f = fopen(name, "rb"); if (!f) { perror(name); exit(1); }
  auto number = [&] { int x; if (fread(&x, 4, 1, f) != 1) { fprintf(stderr, "%s breaks off\n", name); exit(1); } return x; };
  int count = number(); heads.cameo = number(); heads.mode = number();
  vector<Example> all(count);
  for (Example& e : all) {
    e.domain = number(); e.fold = number(); e.mask = number(); e.cameo = number(); e.mode = number(); e.status = number(); e.negated = number(); e.context0 = number(); e.context1 = number();
    int w = number(); memcpy(&e.weight, &w, 4);
    e.keys.resize(number()); e.split = number(); for (auto& k : e.keys) k = uint32_t(number());
    for (int s = 0; s < SLOTS; s++) { int n = number(); for (int i = 0; i < n; i++) e.rows[s].push_back({number(), 1.0f / n}); }
  }
  fclose(f); return all;
}

int main(int argc, char** argv) {
  if (argc < 4) { fprintf(stderr, "usage: train VECTORS EXAMPLES OUT key=value…\n"); return 2; }
  std::map<std::string, std::string> given;
  for (int i = 4; i < argc; i++) { std::string a = argv[i]; auto eq = a.find('='); given[a.substr(0, eq)] = a.substr(eq + 1); }
  auto value = [&](const char* name, float other) { return given.count(name) ? float(atof(given[name].c_str())) : other; };
  Settings s;
  s.epochs = value("epochs", s.epochs); s.seed = value("seed", s.seed); s.hidden = value("hidden", s.hidden); s.width = value("width", s.width); s.batch = value("batch", s.batch); s.least = value("least", s.least); s.folds = value("folds", s.folds); s.view = value("view", s.view);
  s.rate = value("rate", s.rate); s.drop = value("drop", s.drop); s.keyDrop = value("keydrop", s.keyDrop); s.wordDrop = value("worddrop", s.wordDrop); s.smooth = value("smooth", s.smooth); s.decay = value("decay", s.decay); s.side = value("side", s.side); s.lin = value("lin", s.lin);
  vector<float> vectors = readFloats(argv[1]); Heads heads;
  vector<Example> all = readExamples(argv[2], heads);
  FILE* out = fopen(argv[3], "wb"); if (!out) { perror(argv[3]); return 1; }
  if (given["mode"] == "train") {
    vector<const Example*> data; for (auto& e : all) data.push_back(&e);
    Model model(s, heads, vectors); model.train(data); model.write(out);
  } else {
    const int size = heads.size(); vector<float> scores(all.size() * size_t(size)); Model::Pass pass;
    for (int fold = 0; fold < s.folds; fold++) {
      vector<const Example*> data; for (auto& e : all) if (e.fold != fold) data.push_back(&e);
      Model model(s, heads, vectors); model.train(data);
      for (size_t i = 0; i < all.size(); i++) if (all[i].fold == fold || (all[i].fold < 0 && fold == s.folds - 1)) {
        model.forward(all[i], pass, false); std::copy(pass.scores.begin(), pass.scores.end(), scores.begin() + i * size);
      }
      fprintf(stderr, "fold %d of %d, %zu keys\n", fold + 1, s.folds, model.vocabulary.size());
    }
    int head[] = {int(all.size()), size}; fwrite(head, sizeof head, 1, out); fwrite(scores.data(), 4, scores.size(), out);
  }
  fclose(out);
}
