using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Calls;

/// <summary>Fields without which an operation means nothing.</summary>
internal static class Required
{
    /// <exception cref="ApiRefusedException">400: the field is missing, null or blank.</exception>
    public static string Text(string field, string? sent) => string.IsNullOrWhiteSpace(sent)
        ? throw new ApiRefusedException(ApiErrors.Invalid(field, "It must be there, a text that is not empty."))
        : sent;

    /// <exception cref="ApiRefusedException">400: the field is missing or null.</exception>
    public static T Value<T>(string field, T? sent)
        where T : struct => sent ?? throw new ApiRefusedException(ApiErrors.Invalid(field, "It must be there."));

    /// <exception cref="ApiRefusedException">400: nothing was sent.</exception>
    public static T Body<T>(JsonBody<T> body)
        where T : class => body.Value ?? throw new ApiRefusedException(ApiErrors.Malformed(field: null));
}
