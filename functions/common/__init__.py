"""What the functions share: environment, AWS clients, clock, keys, problem documents, areas."""
