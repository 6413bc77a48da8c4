"""Hands out work: the embedded broker on the database, or RabbitMQ behind an outbox."""
