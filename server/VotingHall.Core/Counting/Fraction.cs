namespace VotingHall.Core;

/// <summary>分数: an exact share; never floating point. Denominator is positive.</summary>
public readonly record struct Fraction(int Numerator, int Denominator);
