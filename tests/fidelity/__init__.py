"""Holds the shipped plans against their source documents, phrase by phrase and figure by figure."""
