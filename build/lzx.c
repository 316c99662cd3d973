/* Compresses as a cabinet's LZX, window of 2 MB: reads a file from standard input, writes for each
 * 32768 bytes of it the size of what they became (two bytes, the lower first) and that itself.
 *
 * The form is Microsoft's ("Microsoft Cabinet Format", "LZX DELTA"). Of all ways to say a block the
 * cheapest is looked for, with the costs that the codes of the turn before had.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	FRAME = 32768, WINDOW = 1 << 21, FURTHEST = WINDOW - 3, FRAMES = 2, /* in a block */
	SLOTS = 50, MAIN = 256 + 8 * SLOTS, LENGTHS = 249, ALIGNED = 8, PRE = 20,
	SHORTEST = 2, LONGEST = 257, NEAR = 2048, /* as far as a pair is worth its offset */
	HASHES = 1 << 20, TRIES = 128, FOUND = 24, TURNS = 3,
	INTEL_SIZE = 12000000, TRANSLATED = 1 << 30 /* so far into the file are calls translated */
};

typedef struct { uint32_t cost, length, offset, recent[3]; } Node;  /* the best way to a place */
typedef struct { uint32_t length, offset; } Match;
typedef struct { uint8_t lengths[MAIN]; uint32_t often[MAIN]; uint16_t codes[MAIN]; int size; } Code;

static uint8_t *text;
static size_t size;
static uint32_t base[SLOTS + 1];
static uint8_t extra[SLOTS];
static int32_t *head3, *head2, *before;
static Node nodes[FRAME + 1];
static Match (*found)[FOUND];
static uint8_t *found_count;
static Code main_code = {.size = MAIN}, length_code = {.size = LENGTHS}, aligned_code = {.size = ALIGNED};
static uint8_t main_was[MAIN], lengths_were[LENGTHS];
static uint32_t recent[3] = {1, 1, 1};
static Match *said;  /* a block's literals (length 1) and matches */
static uint32_t said_count;

static uint8_t out[FRAME * 2];
static size_t out_size;
static uint64_t bits;
static int bit_count;

static void put(uint32_t value, int count) {
	bits = bits << count | value;
	for (bit_count += count; bit_count >= 16; out_size += 2) {
		bit_count -= 16;
		uint16_t word = (uint16_t)(bits >> bit_count);
		out[out_size] = (uint8_t)word;
		out[out_size + 1] = (uint8_t)(word >> 8);
	}
}

static void end_frame(void) {
	if (bit_count) put(0, 16 - bit_count);
	putchar((int)(out_size & 255));
	putchar((int)(out_size >> 8));
	fwrite(out, 1, out_size, stdout);
	out_size = 0;
}

static int slot_of(uint32_t formatted) {
	int low = 0, high = SLOTS;
	while (high - low > 1) {
		int middle = (low + high) / 2;
		if (base[middle] <= formatted) low = middle; else high = middle;
	}
	return low;
}

/* Addresses that programs call, from relative to absolute: they then repeat. */
static void translate_calls(void) {
	for (size_t start = 0; start < size && start < TRANSLATED; start += FRAME) {
		size_t length = size - start < FRAME ? size - start : FRAME;
		for (size_t i = 0; length > 10 && i < length - 10; i++) {
			uint8_t *at = text + start + i;
			if (*at != 0xE8) continue;
			int32_t here = (int32_t)(start + i), relative;
			memcpy(&relative, at + 1, 4);
			if (relative >= -here && relative < INTEL_SIZE) {
				relative += relative < INTEL_SIZE - here ? here : -INTEL_SIZE;
				memcpy(at + 1, &relative, 4);
			}
			i += 4;
		}
	}
}

/* Huffman's code for how often each symbol comes; one that is too long is made of flatter counts. */
static void make_code(Code *code, int longest) {
	static uint32_t weight[2 * MAIN];
	static int parent[2 * MAIN], waiting[2 * MAIN], depth[2 * MAIN];
	for (int shift = 0;; shift++) {
		int count = 0, next = code->size, deepest = 0;
		for (int i = 0; i < code->size; i++) {
			code->lengths[i] = 0;
			if (code->often[i]) {
				weight[i] = (code->often[i] >> shift) + 1;
				waiting[count++] = i;
			}
		}
		if (!count) return;
		/* A heap of the lightest. */
		#define SWAP(a, b) { int t = waiting[a]; waiting[a] = waiting[b]; waiting[b] = t; }
		#define LIGHTER(a, b) (weight[waiting[a]] < weight[waiting[b]] || \
			(weight[waiting[a]] == weight[waiting[b]] && waiting[a] < waiting[b]))
		#define SINK(from) for (int i = from, c; (c = 2 * i + 1) < count; i = c) { \
			if (c + 1 < count && LIGHTER(c + 1, c)) c++; \
			if (!LIGHTER(c, i)) break; \
			SWAP(c, i) }
		int symbols[MAIN], used = count;
		memcpy(symbols, waiting, sizeof(int) * (size_t)count);
		for (int at = count / 2 - 1; at >= 0; at--) SINK(at)
		while (count > 1) {
			int first = waiting[0];
			waiting[0] = waiting[--count];
			SINK(0)
			int second = waiting[0];
			weight[next] = weight[first] + weight[second];
			parent[first] = parent[second] = next;
			waiting[0] = next++;
			SINK(0)
		}
		depth[next - 1] = 0;
		for (int i = next - 2; i >= code->size; i--) depth[i] = depth[parent[i]] + 1;
		for (int i = 0; i < used; i++) {
			int length = used > 1 ? depth[parent[symbols[i]]] + 1 : 1;
			code->lengths[symbols[i]] = (uint8_t)length;
			if (length > deepest) deepest = length;
		}
		if (deepest <= longest) break;
	}
	uint32_t next_code = 0;
	for (int length = 1; length <= longest; length++, next_code <<= 1)
		for (int i = 0; i < code->size; i++)
			if (code->lengths[i] == length) code->codes[i] = (uint16_t)next_code++;
}

static void put_symbol(const Code *code, int symbol) {
	put(code->codes[symbol], code->lengths[symbol]);
}

/* The lengths of a code as differences from those of the block before, themselves in a code. */
static void put_lengths(const uint8_t *now, uint8_t *was, int count) {
	static struct { uint8_t symbol, bits, more, then; } steps[MAIN];
	Code pre = {.size = PRE};
	int made = 0;
	for (int i = 0, run; i < count; i += run) {
		for (run = 1; i + run < count && now[i + run] == now[i]; run++) {}
		int delta = (was[i] - now[i] + 17) % 17;
		steps[made].then = PRE;
		if (!now[i] && run >= 20) {
			run = run > 51 ? 51 : run;
			steps[made].symbol = 18, steps[made].bits = 5, steps[made].more = (uint8_t)(run - 20);
		} else if (!now[i] && run >= 4) {
			run = run > 19 ? 19 : run;
			steps[made].symbol = 17, steps[made].bits = 4, steps[made].more = (uint8_t)(run - 4);
		} else if (run >= 4) {
			run = run > 5 ? 5 : run;
			steps[made].symbol = 19, steps[made].bits = 1, steps[made].more = (uint8_t)(run - 4);
			steps[made].then = (uint8_t)delta;
			pre.often[delta]++;
		} else {
			run = 1;
			steps[made].symbol = (uint8_t)delta, steps[made].bits = 0;
		}
		pre.often[steps[made++].symbol]++;
	}
	for (int i = 0, used = 0; i < PRE && (used += !!pre.often[i]) < 2; i++)
		if (i == PRE - 1) pre.often[pre.often[0] ? 1 : 0] = 1;  /* a code of one symbol is none */
	make_code(&pre, 15);
	for (int i = 0; i < PRE; i++) put(pre.lengths[i], 4);
	for (int i = 0; i < made; i++) {
		put_symbol(&pre, steps[i].symbol);
		if (steps[i].bits) put(steps[i].more, steps[i].bits);
		if (steps[i].then < PRE) put_symbol(&pre, steps[i].then);
	}
	memcpy(was, now, (size_t)count);
}

/* The matches of each length at a place, the nearest of each. */
static void find(size_t at, size_t end, int place) {
	size_t most = end - at < LONGEST ? end - at : LONGEST;
	uint32_t best = SHORTEST - 1;
	int count = 0;
	if (size - at >= 3) {
		uint32_t pair = text[at] | (uint32_t)text[at + 1] << 8;
		uint32_t hash = (pair | (uint32_t)text[at + 2] << 16) * 0x9E3779B1u >> 12;
		int32_t near = head2[pair], from = head3[hash];
		if (near >= 0 && at - (size_t)near <= NEAR && most >= SHORTEST) {
			best = SHORTEST;
			found[place][count++] = (Match){SHORTEST, (uint32_t)(at - (size_t)near)};
		}
		head2[pair] = head3[hash] = (int32_t)at;
		before[at & (WINDOW - 1)] = from;
		for (int tries = TRIES; from >= 0 && at - (size_t)from <= FURTHEST && tries--; ) {
			if (best < most && text[(size_t)from + best] == text[at + best]) {
				uint32_t length = 0;
				while (length < most && text[(size_t)from + length] == text[at + length]) length++;
				if (length > best) {
					best = length;
					if (count == FOUND) memmove(found[place], found[place] + 1, sizeof(Match) * --count);
					found[place][count++] = (Match){length, (uint32_t)(at - (size_t)from)};
					if (length == most) break;
				}
			}
			int32_t further = before[(size_t)from & (WINDOW - 1)];
			if (further >= from) break;
			from = further;
		}
	}
	found_count[place] = (uint8_t)count;
}

static uint32_t main_cost[MAIN], length_cost[LONGEST + 1], slot_cost[SLOTS];

static void set_costs(void) {
	for (int i = 0; i < MAIN; i++) main_cost[i] = main_code.lengths[i] ? main_code.lengths[i] : 15;
	for (int i = SHORTEST; i <= LONGEST; i++) {
		int symbol = i - SHORTEST - 7;
		int bits_of = symbol < 0 ? 0 : length_code.lengths[symbol] ? length_code.lengths[symbol] : 12;
		length_cost[i] = (uint32_t)bits_of;
	}
	for (int i = 0; i < SLOTS; i++) slot_cost[i] = extra[i];
}

static void offer(Node *from, int at, uint32_t longest, uint32_t shortest, uint32_t offset, int slot) {
	for (uint32_t length = shortest; length <= longest; length++) {
		uint32_t header = length - SHORTEST < 7 ? length - SHORTEST : 7;
		uint32_t cost = from->cost + main_cost[256 + slot * 8 + (int)header] + length_cost[length] + slot_cost[slot];
		Node *to = nodes + at + length;
		if (cost >= to->cost) continue;
		*to = (Node){cost, length, offset, {offset, from->recent[0], from->recent[1]}};
		if (slot == 0) memcpy(to->recent, from->recent, sizeof recent);
		else if (slot == 1) to->recent[2] = from->recent[2];
		else if (slot == 2) to->recent[1] = from->recent[1], to->recent[2] = from->recent[0];
	}
}

/* The cheapest way through a frame; what it says goes to the end of the block's list. */
static void parse(size_t start, int length, int place) {
	static uint32_t path[FRAME];
	for (int i = 1; i <= length; i++) nodes[i].cost = UINT32_MAX;
	nodes[0].cost = 0;
	memcpy(nodes[0].recent, recent, sizeof recent);
	for (int i = 0; i < length; i++) {
		Node *from = nodes + i;
		const uint8_t *here = text + start + i;
		uint32_t most = (uint32_t)(length - i < LONGEST ? length - i : LONGEST);
		uint32_t literal = from->cost + main_cost[*here];
		if (literal < from[1].cost) {
			from[1] = (Node){literal, 1, 0, {from->recent[0], from->recent[1], from->recent[2]}};
		}
		for (int slot = 0; slot < 3; slot++) {
			uint32_t offset = from->recent[slot], same = 0;
			if (offset > start + (size_t)i) continue;
			while (same < most && here[same] == here[(long)same - (long)offset]) same++;
			if (same >= SHORTEST) offer(from, i, same, SHORTEST, offset, slot);
		}
		uint32_t shortest = SHORTEST;
		for (int m = 0; m < found_count[place + i]; m++) {
			Match *match = &found[place + i][m];
			offer(from, i, match->length, shortest, match->offset, slot_of(match->offset + 2));
			shortest = match->length + 1;
		}
	}
	int count = 0;
	for (int i = length; i > 0; i -= (int)nodes[i].length) path[count++] = (uint32_t)i;
	for (int i = count - 1; i >= 0; i--) said[said_count++] = (Match){nodes[path[i]].length, nodes[path[i]].offset};
	memcpy(recent, nodes[length].recent, sizeof recent);
}

/* A match as its slot, with the offsets used last kept in order. */
static int slot_for(uint32_t offset) {
	for (int slot = 0; slot < 3; slot++) {
		if (recent[slot] != offset) continue;
		recent[slot] = recent[0];
		recent[0] = offset;
		return slot;
	}
	recent[2] = recent[1], recent[1] = recent[0], recent[0] = offset;
	return slot_of(offset + 2);
}

static void count_symbols(size_t at) {
	memset(main_code.often, 0, sizeof main_code.often);
	memset(length_code.often, 0, sizeof length_code.often);
	for (int i = 0; i < ALIGNED; i++) aligned_code.often[i] = 1;
	length_code.often[0] = length_code.often[1] = main_code.often[0] = main_code.often[1] = 1;
	for (uint32_t i = 0; i < said_count; at += said[i++].length) {
		if (!said[i].offset) { main_code.often[text[at]]++; continue; }
		int slot = slot_for(said[i].offset), rest = (int)said[i].length - SHORTEST;
		main_code.often[256 + slot * 8 + (rest < 7 ? rest : 7)]++;
		if (rest >= 7) length_code.often[rest - 7]++;
		if (slot > 2 && extra[slot] >= 3) aligned_code.often[(said[i].offset + 2 - base[slot]) & 7]++;
	}
	make_code(&main_code, 16);
	make_code(&length_code, 16);
	make_code(&aligned_code, 7);
}

static void write_block(size_t start, size_t length) {
	uint64_t plain = 0, by_code = 24;
	for (int i = 0; i < ALIGNED; i++) {
		plain += 3 * (uint64_t)aligned_code.often[i];
		by_code += (uint64_t)aligned_code.lengths[i] * aligned_code.often[i];
	}
	int aligned = by_code < plain;
	put(aligned ? 2 : 1, 3);
	put((uint32_t)length >> 8, 16);
	put((uint32_t)length & 255, 8);
	for (int i = 0; aligned && i < ALIGNED; i++) put(aligned_code.lengths[i], 3);
	put_lengths(main_code.lengths, main_was, 256);
	put_lengths(main_code.lengths + 256, main_was + 256, MAIN - 256);
	put_lengths(length_code.lengths, lengths_were, LENGTHS);
	size_t at = start;
	for (uint32_t i = 0; i < said_count; i++) {
		uint32_t offset = said[i].offset;
		if (!offset) {
			put_symbol(&main_code, text[at]);
		} else {
			int slot = slot_for(offset), rest = (int)said[i].length - SHORTEST;
			uint32_t more = offset + 2 - base[slot];
			put_symbol(&main_code, 256 + slot * 8 + (rest < 7 ? rest : 7));
			if (rest >= 7) put_symbol(&length_code, rest - 7);
			if (slot > 2 && aligned && extra[slot] >= 3) {
				put(more >> 3, extra[slot] - 3);
				put_symbol(&aligned_code, more & 7);
			} else if (slot > 2) {
				put(more, extra[slot]);
			}
		}
		at += said[i].length;
		if (at == size || at % FRAME == 0) end_frame();
	}
}

int main(void) {
	size_t room = 1 << 20, got;
	text = malloc(room);
	while ((got = fread(text + size, 1, room - size, stdin)) > 0)
		if ((size += got) == room && !(text = realloc(text, room *= 2))) return 1;
	for (int i = 0; i < SLOTS; i++) {
		extra[i] = (uint8_t)(i < 4 ? 0 : i < 36 ? i / 2 - 1 : 17);
		base[i + 1] = base[i] + (1u << extra[i]);
	}
	head3 = malloc(sizeof(int32_t) * HASHES);
	head2 = malloc(sizeof(int32_t) * 65536);
	before = malloc(sizeof(int32_t) * WINDOW);
	said = malloc(sizeof(Match) * FRAME * FRAMES);
	found = malloc(sizeof(*found) * FRAME * FRAMES);
	found_count = malloc(FRAME * FRAMES);
	if (!head3 || !head2 || !before || !said || !found || !found_count) return 1;
	memset(head3, -1, sizeof(int32_t) * HASHES);
	memset(head2, -1, sizeof(int32_t) * 65536);
	for (int i = 0; i < MAIN; i++) main_code.lengths[i] = i < 256 ? 9 : 11;
	for (int i = 0; i < LENGTHS; i++) length_code.lengths[i] = 8;
	translate_calls();
	put(1, 1);
	put(INTEL_SIZE >> 16, 16);
	put(INTEL_SIZE & 65535, 16);
	for (size_t start = 0; start < size; start += FRAME * FRAMES) {
		size_t length = size - start < FRAME * FRAMES ? size - start : FRAME * FRAMES;
		uint32_t at_first[3];
		memcpy(at_first, recent, sizeof recent);
		for (size_t i = 0; i < length; i++) {
			size_t end = start + (i / FRAME + 1) * FRAME;
			find(start + i, end < size ? end : size, (int)i);
		}
		for (int turn = 0; turn < TURNS; turn++) {
			set_costs();
			said_count = 0;
			memcpy(recent, at_first, sizeof recent);
			for (size_t i = 0; i < length; i += FRAME)
				parse(start + i, (int)(length - i < FRAME ? length - i : FRAME), (int)i);
			memcpy(recent, at_first, sizeof recent);
			count_symbols(start);
		}
		memcpy(recent, at_first, sizeof recent);
		write_block(start, length);
	}
	return fflush(stdout) || ferror(stdout);
}
