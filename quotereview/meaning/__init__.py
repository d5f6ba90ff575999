"""Words to vectors: how near two quotes are in what they say; the only room that knows the sentence embeddings."""

from quotereview.meaning.embedding import embedding, vectors
from quotereview.meaning.nearness import Meaning, near, nearest

__all__ = ["Meaning", "embedding", "near", "nearest", "vectors"]
